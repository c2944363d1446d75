#include <algorithm>

#include "consent/name_hash.h"
#include "consent/name_search.h"
#include "consent/name_words.h"
#include "consent/text_rows.h"

namespace pes {

namespace {

// The parts of a name are so many cells apart at the most.
constexpr std::size_t farthest = 60;
// A value of an object within an object is a cell of the latter's row, over so many of them.
constexpr std::size_t deepest = 4;
constexpr std::size_t longest_cell = 8;

using Spellings = std::vector<std::vector<std::string>>;

bool is_one_of(const Spellings& spellings, std::span<const std::string> words) {
  return std::any_of(spellings.begin(), spellings.end(), [&](const auto& spelling) {
    return std::equal(spelling.begin(), spelling.end(), words.begin(), words.end());
  });
}

}  // namespace

// Keeps the last cells that are parts of names, each in its row.
class NameSearch::Rows {
 public:
  Rows(const NameSearch& search, std::string_view text, Reading reading,
       std::vector<NameMatch>& found)
      : search_(search), text_(text), reading_(reading), found_(found) {}

  void open(bool is_row) { rows_.push_back({is_row, {}, {}}); }

  void close() {
    Row row = std::move(rows_.back());
    rows_.pop_back();
    if (rows_.empty()) return;
    std::vector<Cell>& inner = rows_.back().inner;
    for (std::vector<Cell>* cells : {&row.own, &row.inner}) {
      std::move(cells->begin(), cells->end(), std::back_inserter(inner));
    }
    forget(inner);
  }

  void cell(std::size_t begin, std::size_t end) {
    ++count_;
    const Cell cell = read(begin, end);
    if (!cell.first && !cell.last) return;
    const std::size_t depth = std::min(rows_.size(), deepest);
    for (std::size_t i = 1; i <= depth; ++i) {
      const Row& row = rows_[rows_.size() - i];
      if (row.is_row) compare(row.own, cell);
    }
    if (rows_.back().is_row) compare(rows_.back().inner, cell);
    rows_.back().own.push_back(cell);
    forget(rows_.back().own);
  }

 private:
  struct Cell {
    std::vector<std::string> words;
    std::optional<Hash> first;  // of its first word, where a name may begin with that
    std::optional<Hash> last;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t number = 0;
  };
  struct Row {
    bool is_row = false;
    std::vector<Cell> own;
    std::vector<Cell> inner;  // of rows in it, which have ended
  };

  void forget(std::vector<Cell>& cells) const {
    std::erase_if(cells, [&](const Cell& cell) { return count_ - cell.number > farthest; });
  }

  [[nodiscard]] Cell read(std::size_t begin, std::size_t end) const {
    Cell cell;
    cell.number = count_;
    WordReader reader(text_.substr(0, end), begin, reading_, Escapes::code);
    NameWord first;
    NameWord last;
    while (auto read = reader.next()) {
      if (cell.words.size() == longest_cell) return {};
      if (cell.words.empty()) first = read->word;
      cell.words.push_back(read->word.folded);
      last = std::move(read->word);
    }
    cell.first = part_of_name(first);
    cell.last = part_of_name(last);
    cell.begin = first.begin;
    cell.end = last.end;
    return cell;
  }

  [[nodiscard]] std::optional<Hash> part_of_name(const NameWord& word) const {
    const Hash hash = hash_of(word.folded);
    const auto use = search_.uses_.find(hash);
    const bool known = use != search_.uses_.end() && use->second.pairs;
    return known && stands_at_edge(text_, word.begin, word.end) ? std::optional(hash)
                                                                : std::nullopt;
  }

  void compare(const std::vector<Cell>& others, const Cell& cell) {
    for (const Cell& other : others) {
      if (count_ - other.number > farthest) continue;
      look(other, cell, other, cell);
      look(cell, other, other, cell);
    }
  }

  void look(const Cell& given, const Cell& surname, const Cell& from, const Cell& to) {
    if (!given.first || !surname.last) return;
    const auto names = search_.pairs_.find(hash_of_pair(*given.first, *surname.last));
    if (names == search_.pairs_.end()) return;
    for (const std::size_t name : names->second) {
      if (!is_named(search_.names_[name], given.words, surname.words)) continue;
      for (const std::size_t who : search_.who_[name]) found_.push_back({who, from.begin, to.end});
    }
  }

  static bool is_named(const SoughtName& name, std::span<const std::string> given,
                       std::span<const std::string> surname) {
    const std::vector<std::string>& words = name.person.words;
    if (name.given.empty()) {
      return words.size() == 2 && given.size() == 1 && surname.size() == 1 &&
             given.front() == words.front() && surname.front() == words.back();
    }
    while (!is_one_of(name.surname, surname) && surname.size() > 1 &&
           is_particle(surname.front())) {
      surname = surname.subspan(1);
    }
    return is_one_of(name.given, given) && is_one_of(name.surname, surname);
  }

  const NameSearch& search_;
  std::string_view text_;
  Reading reading_;
  std::vector<NameMatch>& found_;
  std::vector<Row> rows_;
  std::size_t count_ = 0;  // of cells
};

void NameSearch::scan_rows(std::string_view text, Reading reading,
                           std::vector<NameMatch>& found) const {
  Rows rows(*this, text, reading, found);
  const RowListener listener = {[&](bool is_row) { rows.open(is_row); },
                                [&](std::size_t begin, std::size_t end) { rows.cell(begin, end); },
                                [&] { rows.close(); }};
  read_rows(text, reading, listener);
}

}  // namespace pes
