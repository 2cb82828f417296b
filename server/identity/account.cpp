// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/account.hpp"

#include <algorithm>

namespace parvis::identity {
namespace {

constexpr std::size_t shortest_password = 12;
constexpr std::size_t longest_password = 256;
constexpr std::size_t longest_name = 100;
constexpr std::size_t longest_email = 254; // RFC 5321 section 4.5.3.1.3

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool looks_like_email(std::string_view email) {
    auto const at = email.find('@');
    if (email.size() > longest_email || at == 0 || at == std::string_view::npos ||
        email.find('@', at + 1) != std::string_view::npos) {
        return false;
    }
    auto const domain = email.substr(at + 1);
    return domain.find('.') != std::string_view::npos && !domain.starts_with('.') && !domain.ends_with('.') &&
           std::ranges::none_of(email,
                                [](char c) { return is_space(c) || static_cast<unsigned char>(c) < 0x20; });
}

bool needs_partner(Role role) {
    return role == Role::adviser || role == Role::partner_manager;
}

} // namespace

std::string normal_email(std::string_view email) {
    while (!email.empty() && is_space(email.front())) {
        email.remove_prefix(1);
    }
    while (!email.empty() && is_space(email.back())) {
        email.remove_suffix(1);
    }
    std::string normal(email);
    std::ranges::transform(normal, normal.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return normal;
}

Result<void> check(NewAccount const& account) {
    auto const refuse = [](char const* reason, char const* pointer) {
        return fail(ErrorCode::invalid_input, reason, pointer);
    };
    if (!looks_like_email(normal_email(account.email))) {
        return refuse("email_malformed", "/email");
    }
    if (std::ranges::all_of(account.name, is_space)) {
        return refuse("name_missing", "/name");
    }
    if (account.name.size() > longest_name) {
        return refuse("name_too_long", "/name");
    }
    if (account.language != "fr" && account.language != "en") {
        return refuse("language_unknown", "/language");
    }
    if (account.password.size() < shortest_password) {
        return refuse("password_too_short", "/password");
    }
    if (account.password.size() > longest_password) {
        return refuse("password_too_long", "/password");
    }
    if (needs_partner(account.role) && !account.partner_id) {
        return refuse("partner_missing", "/partner_id");
    }
    if (account.role == Role::mediator && !account.site_id) {
        return refuse("site_missing", "/site_id");
    }
    return {};
}

} // namespace parvis::identity
