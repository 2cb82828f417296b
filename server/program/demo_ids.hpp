// SPDX-License-Identifier: EUPL-1.2
// Ids that are the same whenever they are made on the same day for the same thing: what is told twice is done
// once.
#pragma once

#include "platform/crypto/crypto.hpp"
#include "platform/ids/id.hpp"

#include <string>
#include <string_view>

namespace parvis {

class DemoIds {
  public:
    explicit DemoIds(Instant day) : moment_(make_ulid(day).substr(0, moment_letters)) {}

    template <class AnyId>
    AnyId of(std::string_view name) const {
        static constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        auto text = moment_;
        for (auto const byte : crypto::sha256(crypto::bytes_of(name))) {
            if (text.size() < ulid_letters) {
                text += letters[byte % letters.size()];
            }
        }
        return AnyId::parse(text).value();
    }

  private:
    static constexpr std::size_t moment_letters = 10;
    static constexpr std::size_t ulid_letters = 26;
    std::string moment_;
};

} // namespace parvis
