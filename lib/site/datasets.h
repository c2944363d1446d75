#pragma once

#include <span>
#include <string>
#include <string_view>

namespace pes {

/// One file of open data.
struct DataFile {
  std::string_view name;        ///< Below /donnees/: "chiffres.csv".
  std::string_view title;       ///< « Les chiffres »
  std::string_view format;      ///< « CSV »
  std::string_view media_type;  ///< "text/csv"
};

/// The files that hold data, in the order in which pages offer them.
std::span<const DataFile> data_files();

/// The address of a file of data: "/donnees/chiffres.csv".
std::string data_address(const DataFile& file);

}  // namespace pes
