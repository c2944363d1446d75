# What holds the doors of the program to their properties: for pes_tests, which replays what was
# found, and for pes_fuzz.
set(PES_FUZZ_TARGETS
  fuzz/command_line.cc
  fuzz/documents.cc
  fuzz/front_matter.cc
  fuzz/html.cc
  fuzz/images.cc
  fuzz/markdown.cc
  fuzz/names.cc
  fuzz/properties.cc
  fuzz/publication.cc
  fuzz/seeds.cc
  fuzz/targets.cc
  fuzz/templates.cc
  fuzz/theme_settings.cc
  fuzz/typography.cc)
