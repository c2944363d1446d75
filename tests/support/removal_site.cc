#include "support/removal_site.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "support/sites.h"

namespace pes::test {

RemovalSite::RemovalSite() {
  copy_minimal_site(source());
  write_testimonial("elle", "Ada Exemplaire", "expire_le: 2026-06-30");
  write_testimonial("lui", "Bea Modèle", "expire_le: 2029-01-01");
  write_project("voisin", "Un texte.");
}

void RemovalSite::commit() const {
  REQUIRE(run_shell(fmt::format(
              "cd '{}' && {{ [ -d .git ] || git init -q; }} && git add -A && git -c user.name=x "
              "-c user.email=x@example.org commit -qm x",
              source().string())) == 0);
}

Finished RemovalSite::build(const std::string& day, const std::vector<std::string>& more,
                            Environment environment) const {
  std::vector<std::string> arguments = {"build", "--source", source(), "--date",
                                        day,     "--output", output()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  environment.emplace("PATH", "/usr/bin:/bin");
  return run_pes(arguments, environment);
}

std::map<std::string, std::string> RemovalSite::published() const { return read_tree(output()); }

bool RemovalSite::says(const std::string& words) const {
  const auto files = published();
  return std::any_of(files.begin(), files.end(), [&](const auto& file) {
    return file.first.find(words) != std::string::npos ||
           file.second.find(words) != std::string::npos;
  });
}

void RemovalSite::write_testimonial(const std::string& slug, const std::string& author,
                                    const std::string& end) const {
  write(
      source() / "content/temoignages" / (slug + ".md"),
      fmt::format("---\ntitre: Fiche {0}\nstructure: Structure {0}\nforme: citation\n"
                  "auteur: {1}\ndispositif: dla\ndate: 2024-02-01\nconsentement:\n"
                  "  base: accord-ecrit\n  recueilli_le: 2025-01-10\n  preuve: REG-1\n"
                  "  portee: {{nom: complet}}\n"
                  "  supports: [site, flux, donnees, reseaux, rapport]\n  {2}\n---\n\nUn texte.\n",
                  slug, author, end));
}

void RemovalSite::write_project(const std::string& slug, const std::string& text) const {
  write(source() / "content/projets" / (slug + ".md"),
        fmt::format("---\ntitre: Projet {}\ndispositif: dla\ndate: 2024-03-01\n---\n\n{}\n", slug,
                    text));
}

void RemovalSite::write_broken(const std::string& path) const {
  write(source() / "content" / path, "---\ntitre: [\n---\n");
}

void RemovalSite::add_to_settings(const std::string& lines) const {
  const std::filesystem::path file = source() / "content/site.yml";
  write(file, read(file) + lines);
}

}  // namespace pes::test
