// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/forwarded.hpp"

#include "platform/http/target.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include <algorithm>
#include <optional>

namespace parvis::http {

namespace ip = boost::asio::ip;

namespace {

ip::address plain(ip::address const& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return ip::make_address_v4(ip::v4_mapped, address.to_v6());
    }
    return address;
}

std::optional<ip::address> parse_address(std::string_view text) {
    boost::system::error_code error;
    auto const address = ip::make_address(text, error);
    return error ? std::nullopt : std::optional(plain(address));
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

/// Entries of all fields of that name, in the order of the wire.
std::vector<std::string> entries(Headers const& headers, std::string_view name) {
    std::vector<std::string> out;
    for (auto const& [field, value] : headers.all()) {
        if (!equal_without_case(field, name)) {
            continue;
        }
        std::string_view rest = value;
        for (;;) {
            auto const comma = rest.find(',');
            out.emplace_back(trimmed(rest.substr(0, comma)));
            if (comma == std::string_view::npos) {
                break;
            }
            rest.remove_prefix(comma + 1);
        }
    }
    return out;
}

} // namespace

struct TrustedProxies::Blocks {
    std::vector<ip::network_v4> v4;
    std::vector<ip::network_v6> v6;

    bool add(std::string const& text) {
        boost::system::error_code error;
        if (auto const address = parse_address(text)) {
            if (address->is_v4()) {
                v4.emplace_back(address->to_v4(), static_cast<unsigned short>(32));
            } else {
                v6.emplace_back(address->to_v6(), static_cast<unsigned short>(128));
            }
            return true;
        }
        auto const four = ip::make_network_v4(text, error);
        if (!error) {
            v4.push_back(four.canonical());
            return true;
        }
        auto const six = ip::make_network_v6(text, error);
        if (!error) {
            v6.push_back(six.canonical());
        }
        return !error;
    }

    bool holds(ip::address const& address) const {
        if (address.is_v4()) {
            return std::ranges::any_of(v4, [&](ip::network_v4 const& block) {
                return ip::network_v4(address.to_v4(), block.prefix_length()).canonical() == block;
            });
        }
        return std::ranges::any_of(v6, [&](ip::network_v6 const& block) {
            return ip::network_v6(address.to_v6(), block.prefix_length()).canonical() == block;
        });
    }
};

TrustedProxies::TrustedProxies() : blocks_(std::make_shared<Blocks>()) {}

Result<TrustedProxies> TrustedProxies::parse(std::vector<std::string> const& blocks) {
    auto parsed = std::make_shared<Blocks>();
    for (auto const& block : blocks) {
        if (!parsed->add(block)) {
            return fail(ErrorCode::invalid_input, "trusted_proxy_invalid", {}, {{"value", block}});
        }
    }
    TrustedProxies out;
    out.blocks_ = std::move(parsed);
    return out;
}

bool TrustedProxies::trusts(std::string const& address) const {
    auto const parsed = parse_address(address);
    return parsed && blocks_->holds(*parsed);
}

std::string TrustedProxies::client_address(std::string const& peer, Headers const& headers) const {
    auto client = parse_address(peer);
    if (!client) {
        return peer;
    }
    auto const hops = entries(headers, "X-Forwarded-For");
    for (auto hop = hops.rbegin(); hop != hops.rend() && blocks_->holds(*client); ++hop) {
        auto const before = parse_address(*hop);
        if (!before) {
            break;
        }
        client = before;
    }
    return client->to_string();
}

bool TrustedProxies::says_secure(std::string const& peer, Headers const& headers) const {
    if (!trusts(peer)) {
        return false;
    }
    auto const schemes = entries(headers, "X-Forwarded-Proto");
    return !schemes.empty() && equal_without_case(schemes.back(), "https");
}

} // namespace parvis::http
