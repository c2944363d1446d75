#include "impact/wording.h"

#include <doctest/doctest.h>

namespace pes::test {

namespace {

const Indicator jobs{.id = "emplois", .one = "emploi", .many = "emplois", .step = 100};

std::string word(std::int64_t value) {
  return word_number(jobs, whole(value), Precision::computed);
}

}  // namespace

TEST_CASE("wording: the value decides, by the indicator's step") {
  CHECK(word(2600) == "2\u202F600");
  CHECK(word(2601) == "plus de 2\u202F600");
  CHECK(word(2674) == "plus de 2\u202F600");
  CHECK(word(2675) == "près de 2\u202F700");
  CHECK(word(2699) == "près de 2\u202F700");
}

TEST_CASE("wording: never « plus de 0 »") {
  CHECK(word(0) == "0");
  CHECK(word(74) == "74");
  CHECK(word(75) == "près de 100");
  CHECK(word(-5) == "-5");
}

TEST_CASE("wording: a stated precision is kept as stated") {
  CHECK(word_number(jobs, whole(2601), Precision::nearly) == "près de 2\u202F601");
  CHECK(word_number(jobs, whole(2601), Precision::exact) == "2\u202F601");
  CHECK(word_number(jobs, whole(2601), Precision::about) == "environ 2\u202F601");
}

TEST_CASE("wording: the plural starts at two") {
  CHECK(noun_for(jobs, whole(0)) == "emploi");
  CHECK(noun_for(jobs, {1500}) == "emploi");
  CHECK(noun_for(jobs, whole(2)) == "emplois");
  CHECK(word_figure(jobs, {1500}, Precision::exact) == "1,5\u00A0emploi");
}

TEST_CASE("wording: without a step the number is bare") {
  CHECK(word_number({.id = "x", .one = "un", .many = "deux"}, whole(2699), Precision::computed) ==
        "2\u202F699");
}

TEST_CASE("wording: a rate is a whole percentage with its n, never rounded to a step") {
  const Indicator rate{.id = "x",
                       .one = "des structures",
                       .many = "des structures",
                       .step = 100,
                       .nature = Nature::rate};

  CHECK(word_figure(rate, whole(45), Precision::computed, whole(60)) ==
        "75\u00A0%\u00A0des structures (n\u00A0=\u00A060)");
  CHECK(percentage(whole(1), whole(3)) == whole(33));
  CHECK(percentage(whole(1), whole(8)) == whole(13));
  CHECK(percentage(whole(0), whole(8)) == whole(0));
}

}  // namespace pes::test
