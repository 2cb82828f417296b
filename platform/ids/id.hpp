// SPDX-License-Identifier: EUPL-1.2
// Strong ids: `using KioskId = Id<struct KioskTag>;` cannot be passed as a SiteId.
#pragma once

#include "platform/ids/ulid.hpp"

#include <compare>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace parvis {

/// A ULID that names one kind of thing. A default-constructed id is empty: it names nothing and is never
/// written.
template <class Tag>
class Id {
  public:
    Id() = default;
    static Id make(Instant now) { return Id(make_ulid(now)); }
    /// Nothing unless the text is a ULID as make() writes it.
    static std::optional<Id> parse(std::string_view text) {
        if (!is_ulid(text)) {
            return std::nullopt;
        }
        return Id(std::string(text));
    }

    std::string const& text() const { return text_; }
    bool empty() const { return text_.empty(); }

    friend bool operator==(Id const&, Id const&) = default;
    friend auto operator<=>(Id const& a, Id const& b) { return a.text_ <=> b.text_; }
    friend std::ostream& operator<<(std::ostream& out, Id const& id) { return out << id.text_; }

  private:
    explicit Id(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

template <class T>
inline constexpr bool is_id = false;
template <class Tag>
inline constexpr bool is_id<Id<Tag>> = true;

} // namespace parvis

template <class Tag>
struct std::hash<parvis::Id<Tag>> {
    std::size_t operator()(parvis::Id<Tag> const& id) const noexcept {
        return std::hash<std::string>{}(id.text());
    }
};
