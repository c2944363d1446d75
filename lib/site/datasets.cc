#include "site/datasets.h"

#include <fmt/format.h>

#include <array>

namespace pes {

namespace {

constexpr auto files = std::to_array<DataFile>({
    {"chiffres-tableur.csv", "Les chiffres, pour un tableur", "CSV pour tableur", "text/csv"},
    {"realisations-tableur.csv", "Les réalisations, pour un tableur", "CSV pour tableur",
     "text/csv"},
    {"chiffres.csv", "Les chiffres", "CSV", "text/csv"},
    {"realisations.csv", "Les réalisations", "CSV", "text/csv"},
    {"realisations.json", "Les réalisations", "JSON", "application/json"},
});

}  // namespace

std::span<const DataFile> data_files() { return files; }

std::string data_address(const DataFile& file) { return fmt::format("/donnees/{}", file.name); }

}  // namespace pes
