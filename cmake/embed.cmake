# Builds text files into a library or program, without any other tool than CMake.
#
# parvis_embed(target FUNCTION parvis::network::embedded_migrations FILES a.sql b.sql [NAMES a b])
#
# gives `std::vector<std::pair<std::string_view, std::string_view>> const& parvis::network::embedded_migrations()`: name
# (the file's own unless NAMES says otherwise) and text, in the order given, and declares it in the header
# "embedded/<function>.hpp" (parvis_network_embedded_migrations.hpp). The texts must be valid UTF-8 without NUL.

set(parvis_embed_script ${CMAKE_CURRENT_LIST_DIR}/embed_write.cmake)

function(parvis_embed target)
  cmake_parse_arguments(arg "" "FUNCTION" "FILES;NAMES" ${ARGN})
  string(REPLACE "::" "_" base "${arg_FUNCTION}")
  set(header ${CMAKE_BINARY_DIR}/generated/embedded/${base}.hpp)
  set(source ${CMAKE_BINARY_DIR}/generated/embedded/${base}.cpp)
  if(NOT arg_NAMES)
    foreach(file IN LISTS arg_FILES)
      get_filename_component(name ${file} NAME)
      list(APPEND arg_NAMES ${name})
    endforeach()
  endif()
  list(JOIN arg_FILES "|" files)
  list(JOIN arg_NAMES "|" names)
  add_custom_command(
    OUTPUT ${header} ${source}
    COMMAND ${CMAKE_COMMAND} -DFUNCTION=${arg_FUNCTION} -DHEADER=${header} -DSOURCE=${source} -DBASE=${base}
            "-DFILES=${files}" "-DNAMES=${names}" -P ${parvis_embed_script}
    DEPENDS ${arg_FILES} ${parvis_embed_script}
    COMMENT "Embedding ${arg_FUNCTION}"
    VERBATIM)
  target_sources(${target} PRIVATE ${source} ${header})
endfunction()
