// SPDX-License-Identifier: EUPL-1.2
// What the kiosk tells people when it cannot reach the server: its place, hours, telephone and subjects, as
// last known.
#pragma once

#include "kiosk_protocol/catalogue.hpp"
#include "platform/result/result.hpp"

#include <boost/describe.hpp>

#include <filesystem>
#include <optional>
#include <vector>

namespace parvis::kiosk {

struct LastKnown {
    kiosk_protocol::KioskCard kiosk;
    kiosk_protocol::SiteCard site;
    std::vector<kiosk_protocol::SubjectTile> tiles;
};
BOOST_DESCRIBE_STRUCT(LastKnown, (), (kiosk, site, tiles))

/// Nothing when there is none, or when the file cannot be understood (logged): a kiosk without it still
/// opens.
std::optional<LastKnown> load_last_known(std::filesystem::path const& file);
/// Blocks until the disk has it.
Result<void> save_last_known(std::filesystem::path const& file, LastKnown const& known);

} // namespace parvis::kiosk
