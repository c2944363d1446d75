# What `pes --version` says of the libraries, by the versions that were found. Gives PES_LIBRARIES, a line
# for each. dtl, which is headers only, tells no version.
file(READ ${CMAKE_SOURCE_DIR}/lib/publish/web/package.json package)
string(JSON minisearch GET "${package}" dependencies minisearch)
string(JSON sveltia GET "${package}" dependencies @sveltia/cms)
set(libraries
  "CLI11 ${CLI11_VERSION}" "yaml-cpp ${yaml-cpp_VERSION}" "cmark ${cmark_VERSION}"
  "mstch ${mstch_VERSION}" "fmt ${fmt_VERSION}" "nlohmann-json ${nlohmann_json_VERSION}"
  "mimalloc ${mimalloc_VERSION}" "xxHash ${xxhash_VERSION}" "ICU ${ICU_VERSION}" "OpenSSL ${OPENSSL_VERSION}" "exiv2 ${exiv2_VERSION}"
  "libvips ${vips_VERSION}" "poppler ${poppler_VERSION}" "qpdf ${qpdf_VERSION}" "expat ${EXPAT_VERSION_STRING}" "gumbo ${gumbo_VERSION}"
  "brotli ${brotli_VERSION}" "libarchive ${LibArchive_VERSION}" "libdeflate ${deflate_VERSION}"
  "simdjson ${simdjson_VERSION}"
  "MiniSearch ${minisearch}" "Sveltia-CMS ${sveltia}")
string(JOIN "\\n" PES_LIBRARIES ${libraries})
