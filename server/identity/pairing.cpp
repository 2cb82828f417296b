// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/pairing.hpp"

namespace parvis::identity {

std::string normal_pairing_code(std::string_view typed) {
    std::string normal;
    for (char const c : typed) {
        if (c == ' ' || c == '-') {
            continue;
        }
        normal += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return normal;
}

} // namespace parvis::identity
