# The manual and the completions, which the program prints of itself, and where they are installed.
include(GNUInstallDirs)
set(documents ${CMAKE_CURRENT_BINARY_DIR}/documents)
file(MAKE_DIRECTORY ${documents}/en ${documents}/fr)

add_custom_command(TARGET pes POST_BUILD
  COMMAND $<TARGET_FILE:pes> man --lang en >en/pes.1
  COMMAND $<TARGET_FILE:pes> man --lang fr >fr/pes.1
  COMMAND $<TARGET_FILE:pes> completion bash --lang fr >pes
  COMMAND $<TARGET_FILE:pes> completion zsh --lang fr >_pes
  COMMAND $<TARGET_FILE:pes> completion fish --lang fr >pes.fish
  WORKING_DIRECTORY ${documents})

install(FILES ${documents}/en/pes.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${documents}/fr/pes.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/fr/man1)
install(FILES ${documents}/pes DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${documents}/_pes DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${documents}/pes.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
