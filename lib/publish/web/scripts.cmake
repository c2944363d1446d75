# The programs of the search page and of the online editor: npm brings the libraries, esbuild makes
# them and ours small, and generated sources carry them into the program. Gives PES_WEB_SOURCES.
enable_language(ASM)
find_program(NPM npm REQUIRED)
find_program(NODE node REQUIRED)
set(web ${CMAKE_CURRENT_LIST_DIR})
set(made ${CMAKE_CURRENT_BINARY_DIR}/web)
set(sources ${web}/package.json ${web}/package-lock.json)
set(PES_WEB_SOURCES ${made}/search_scripts.cc ${made}/redaction_files.cc ${made}/redaction.s)
# clang warns of options for C++ that the assembler has no use for.
set_source_files_properties(${made}/redaction.s PROPERTIES OBJECT_DEPENDS ${made}/redaction.js
                            COMPILE_OPTIONS -Wno-unused-command-line-argument)

add_custom_command(
  OUTPUT ${made}/node_modules/.package-lock.json
  COMMAND ${CMAKE_COMMAND} -E make_directory ${made}
  COMMAND ${CMAKE_COMMAND} -E copy ${sources} ${made}
  COMMAND ${NPM} ci --prefix ${made} --ignore-scripts --no-audit --no-fund --loglevel=error
  COMMAND ${CMAKE_COMMAND} -E touch ${made}/node_modules/.package-lock.json
  DEPENDS ${sources}
  COMMENT "Fetching the libraries of the browser")

set(esbuild ${CMAKE_COMMAND} -E env NODE_PATH=${made}/node_modules
            ${made}/node_modules/.bin/esbuild --format=esm --minify --log-level=warning)
add_custom_command(
  OUTPUT ${made}/search_scripts.cc
  COMMAND ${esbuild} --bundle --legal-comments=inline ${web}/minisearch.js
          --outfile=${made}/minisearch.js
  COMMAND ${esbuild} ${web}/moteur.js --outfile=${made}/moteur.js
  COMMAND ${CMAKE_COMMAND} -D MADE=${made} -D TEMPLATE=${web}/search_scripts.cc.in
          -P ${web}/embed.cmake
  DEPENDS ${made}/node_modules/.package-lock.json ${web}/minisearch.js ${web}/moteur.js
          ${web}/search_scripts.cc.in ${web}/embed.cmake
  COMMENT "Making the programs of the search page"
  VERBATIM)

add_custom_command(
  OUTPUT ${made}/redaction_files.cc ${made}/redaction.s ${made}/redaction.js
  COMMAND ${CMAKE_COMMAND} -E copy ${web}/redaction.mjs ${web}/redaction_files.cc.in ${made}
  COMMAND ${NODE} ${made}/redaction.mjs ${made}
  DEPENDS ${made}/node_modules/.package-lock.json ${web}/redaction.mjs
          ${web}/redaction_files.cc.in
  COMMENT "Making the online editor"
  VERBATIM)
