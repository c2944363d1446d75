# cmake -D MADE=folder -D TEMPLATE=file -P embed.cmake: writes a source that holds both programs.
file(READ ${MADE}/minisearch.js MINISEARCH)
file(READ ${MADE}/moteur.js MOTEUR)
configure_file(${TEMPLATE} ${MADE}/search_scripts.cc @ONLY)
