// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/appointment_code.hpp"

#include "platform/crypto/crypto.hpp"

namespace parvis::scheduling {

namespace {

constexpr std::size_t characters = 10;
constexpr std::size_t middle = 5;

} // namespace

std::string make_appointment_code() {
    return crypto::random_code(characters, appointment_code_alphabet).insert(middle, "-");
}

std::optional<std::string> normal_appointment_code(std::string_view typed) {
    std::string code;
    for (char const c : typed.substr(0, 4 * characters)) {
        bool const is_small = c >= 'a' && c <= 'z';
        char const capital = is_small ? static_cast<char>(c - 'a' + 'A') : c;
        if (appointment_code_alphabet.find(capital) != std::string_view::npos) {
            code += capital;
        } else if (c != ' ' && c != '-' && c != '.') {
            return std::nullopt;
        }
    }
    return code.size() == characters ? std::optional(code.insert(middle, "-")) : std::nullopt;
}

} // namespace parvis::scheduling
