# The programs of the search page: npm brings the library, esbuild makes it and ours small, and a
# generated source carries both into the program. Gives PES_SEARCH_SCRIPTS.
find_program(NPM npm REQUIRED)
set(web ${CMAKE_CURRENT_LIST_DIR})
set(made ${CMAKE_CURRENT_BINARY_DIR}/web)
set(sources ${web}/package.json ${web}/package-lock.json)
set(PES_SEARCH_SCRIPTS ${made}/search_scripts.cc)

add_custom_command(
  OUTPUT ${made}/node_modules/.package-lock.json
  COMMAND ${CMAKE_COMMAND} -E make_directory ${made}
  COMMAND ${CMAKE_COMMAND} -E copy ${sources} ${made}
  COMMAND ${NPM} ci --prefix ${made} --ignore-scripts --no-audit --no-fund --loglevel=error
  COMMAND ${CMAKE_COMMAND} -E touch ${made}/node_modules/.package-lock.json
  DEPENDS ${sources}
  COMMENT "Fetching the search library")

set(esbuild ${CMAKE_COMMAND} -E env NODE_PATH=${made}/node_modules
            ${made}/node_modules/.bin/esbuild --format=esm --minify --log-level=warning)
add_custom_command(
  OUTPUT ${PES_SEARCH_SCRIPTS}
  COMMAND ${esbuild} --bundle --legal-comments=inline ${web}/minisearch.js
          --outfile=${made}/minisearch.js
  COMMAND ${esbuild} ${web}/moteur.js --outfile=${made}/moteur.js
  COMMAND ${CMAKE_COMMAND} -D MADE=${made} -D TEMPLATE=${web}/search_scripts.cc.in
          -P ${web}/embed.cmake
  DEPENDS ${made}/node_modules/.package-lock.json ${web}/minisearch.js ${web}/moteur.js
          ${web}/search_scripts.cc.in ${web}/embed.cmake
  COMMENT "Making the programs of the search page"
  VERBATIM)
