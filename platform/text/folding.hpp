// SPDX-License-Identifier: EUPL-1.2
// Words as they are compared when people search: small letters, without accents.
#pragma once

#include <string>
#include <string_view>

namespace parvis::text {

/// "Élodie-Anne" and "elodie anne" fold to the same "elodie anne": letters and digits alone (Unicode NFKD,
/// without its marks, folded case), with one space for whatever else is between them. Text that is not UTF-8
/// folds to what can be read of it.
std::string fold(std::string_view text);

/// Both folded.
bool has_word_beginning_with(std::string_view folded, std::string_view beginning);

} // namespace parvis::text
