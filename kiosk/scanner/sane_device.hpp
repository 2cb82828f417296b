// SPDX-License-Identifier: EUPL-1.2
// One open SANE device, its options by name. Used in the scan worker only: drivers hang and crash.
#pragma once

#include "kiosk/scanner/scan_messages.hpp"

#include <sane/sane.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace parvis::kiosk {

/// Ends a scan with its own word. Thrown inside the worker only.
class ScanFailure : public std::runtime_error {
  public:
    ScanFailure(kiosk_protocol::ScanStatus word, std::string const& detail)
        : std::runtime_error(detail), status(word) {}
    kiosk_protocol::ScanStatus status;
};

/// The word for a SANE status other than GOOD; EOF and NO_DOCS are judged by the caller first.
kiosk_protocol::ScanStatus scan_status(SANE_Status status);

/// Starts SANE for this process; ends it on destruction.
class SaneLibrary {
  public:
    SaneLibrary();
    ~SaneLibrary();
    SaneLibrary(SaneLibrary const&) = delete;
    SaneLibrary& operator=(SaneLibrary const&) = delete;

    /// Local and network devices, as far as the configured drivers find them.
    std::vector<ScannerDevice> devices() const;
};

class SaneDevice {
  public:
    /// Throws ScanFailure: device_lost when the device is unknown or does not answer.
    explicit SaneDevice(std::string const& name);
    ~SaneDevice();
    SaneDevice(SaneDevice const&) = delete;
    SaneDevice& operator=(SaneDevice const&) = delete;

    SANE_Handle handle() const { return handle_; }
    std::vector<std::string> option_names();
    bool has_option(std::string_view name);
    /// The strings an option can take; empty when it is missing or is no list of strings.
    std::vector<std::string> choices(std::string_view name);
    /// The whole numbers that an option lists; empty when it is missing or takes a range.
    std::vector<int> listed_numbers(std::string_view name);
    /// The option's value as a number (fixed point included).
    std::optional<double> number(std::string_view name);

    /// All setters: false when the option is missing, inactive or cannot be set. Throw ScanFailure when the
    /// driver refuses the value. Numbers are brought within the option's range.
    bool set_text(std::string_view name, std::string const& value);
    bool set_number(std::string_view name, double value);
    bool set_yes_no(std::string_view name, bool value);
    /// Reads `value` by the option's own type. Throws ScanFailure(invalid) when it does not fit or there is
    /// no such option.
    void set_from_text(std::string_view name, std::string const& value);

  private:
    struct Option {
        SANE_Int index = 0;
        SANE_Option_Descriptor const* descriptor = nullptr;
    };
    std::optional<Option> find(std::string_view name);
    std::optional<Option> find_settable(std::string_view name);
    void set(Option const& option, void* value);
    void set_word(Option const& option, double value);

    SANE_Handle handle_ = nullptr;
};

} // namespace parvis::kiosk
