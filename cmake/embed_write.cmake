# Run by parvis_embed at build time: writes the header and the source that hold the texts.
cmake_policy(VERSION 3.25)
string(REPLACE "|" ";" files "${FILES}")
string(REPLACE "|" ";" names "${NAMES}")
string(REGEX REPLACE "^(.*)::[^:]+$" "\\1" namespace "${FUNCTION}")
string(REGEX REPLACE "^.*::" "" function "${FUNCTION}")
set(type "std::vector<std::pair<std::string_view, std::string_view>> const&")

file(WRITE ${HEADER} "// Written by the build.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace ${namespace} {
${type} ${function}();
}
")

set(texts "")
set(entries "")
set(number 0)
foreach(file name IN ZIP_LISTS files names)
  # Bytes as escapes: no text can end the literal early, whatever it holds.
  file(READ ${file} bytes HEX)
  string(LENGTH "${bytes}" length)
  math(EXPR length "${length} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" escaped "${bytes}")
  string(REGEX REPLACE "((\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?)"
         "\"\\1\"\n" escaped "${escaped}")
  string(APPEND texts "constexpr char text_${number}[] = \"\"\n${escaped};\n")
  string(APPEND entries "        {\"${name}\", {text_${number}, ${length}}},\n")
  math(EXPR number "${number} + 1")
endforeach()

file(WRITE ${SOURCE} "// Written by the build.
#include \"embedded/${BASE}.hpp\"

namespace ${namespace} {
namespace {
${texts}}

${type} ${function}() {
    static std::vector<std::pair<std::string_view, std::string_view>> const all{
${entries}    };
    return all;
}

} // namespace ${namespace}
")
