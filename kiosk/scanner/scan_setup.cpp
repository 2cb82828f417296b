// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/scanner/scan_setup.hpp"

#include "kiosk/scanner/option_choice.hpp"

#include <algorithm>
#include <cmath>

namespace parvis::kiosk {

using kiosk_protocol::Colour;
using kiosk_protocol::ScanSource;
using kiosk_protocol::ScanStatus;

namespace {

constexpr double a4_width_mm = 210;
constexpr double a4_height_mm = 297;

/// Drivers that offer both sides by an option beside the source: {name, value}.
bool set_both_sides(SaneDevice& device, bool both) {
    if (device.set_yes_no("duplex", both)) {
        return true;
    }
    for (std::string const name : {"adf-mode", "adf_mode", "sides"}) {
        auto const choices = device.choices(name);
        auto const chosen = std::ranges::find_if(choices, [&](std::string const& choice) {
            auto const is_both = choose_source(ScanSource::feeder_both_sides, {choice}).has_value();
            return is_both == both;
        });
        if (chosen != choices.end() && device.set_text(name, *chosen)) {
            return true;
        }
    }
    return false;
}

void set_source(SaneDevice& device, ScanSource wanted) {
    auto const offered = device.choices("source");
    auto chosen = choose_source(wanted, offered);
    auto sides_by_option = false;
    if (!chosen && wanted == ScanSource::feeder_both_sides) {
        chosen = choose_source(ScanSource::feeder, offered);
        sides_by_option = true;
    }
    if (chosen) {
        device.set_text("source", *chosen);
    } else if (wanted != ScanSource::flatbed && !offered.empty()) {
        throw ScanFailure(ScanStatus::unsupported, "source_not_offered: this scanner has no such feeder");
    } else if (wanted == ScanSource::flatbed && !offered.empty()) {
        throw ScanFailure(ScanStatus::unsupported, "source_not_offered: this scanner has no glass");
    }
    // A scanner without a choice of sources has one only, and is taken as it is; the feeder must be known to
    // be one.
    if (offered.empty() && wanted != ScanSource::flatbed) {
        throw ScanFailure(ScanStatus::unsupported, "source_not_offered: this scanner has no such feeder");
    }
    if (sides_by_option && !set_both_sides(device, true)) {
        throw ScanFailure(ScanStatus::unsupported, "sides_not_offered: this feeder reads one side only");
    }
    if (wanted == ScanSource::feeder) {
        set_both_sides(device, false);
    }
}

void set_mode(SaneDevice& device, Colour wanted) {
    auto const offered = device.choices("mode");
    if (auto const chosen = choose_mode(wanted, offered)) {
        device.set_text("mode", *chosen);
    } else if (!offered.empty()) {
        throw ScanFailure(ScanStatus::unsupported, wanted == Colour::colour
                                                       ? "colour_not_offered: this scanner knows no colour"
                                                       : "grey_not_offered: this scanner knows no grey");
    } else {
        device.set_yes_no("grayify", wanted == Colour::grey);
    }
}

void set_area(SaneDevice& device) {
    device.set_number("tl-x", 0);
    device.set_number("tl-y", 0);
    device.set_number("br-x", a4_width_mm);
    device.set_number("br-y", a4_height_mm);
    // Some feeders place the area by the paper's size.
    device.set_number("page-width", a4_width_mm);
    device.set_number("page-height", a4_height_mm);
}

} // namespace

OpenedDevice describe_device(SaneDevice& device, std::string const& name) {
    OpenedDevice described;
    described.name = name;
    described.sources = device.choices("source");
    described.modes = device.choices("mode");
    described.options = device.option_names();
    described.feeder = choose_source(ScanSource::feeder, described.sources).has_value();
    described.both_sides =
        choose_source(ScanSource::feeder_both_sides, described.sources).has_value() ||
        (described.feeder && (device.has_option("duplex") || !device.choices("adf-mode").empty()));
    return described;
}

void apply_options(SaneDevice& device, ScanJob const& job) {
    set_source(device, job.options.source);
    set_mode(device, job.options.colour);
    device.set_number("depth", 8);
    auto const resolution = choose_resolution(job.options.resolution, device.listed_numbers("resolution"));
    if (!device.set_number("resolution", resolution)) {
        device.set_number("x-resolution", resolution);
        device.set_number("y-resolution", resolution);
    }
    for (auto const& [name, value] : job.extra_options) {
        device.set_from_text(name, value);
    }
    set_area(device);
}

int resolution_in_use(SaneDevice& device) {
    constexpr double usual = 300;
    auto const one = device.number("resolution");
    return static_cast<int>(std::lround(one ? *one : device.number("x-resolution").value_or(usual)));
}

} // namespace parvis::kiosk
