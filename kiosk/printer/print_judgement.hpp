// SPDX-License-Identifier: EUPL-1.2
// What a printer's and a job's IPP attributes mean for people. RFC 8011 sections 5.3.7, 5.4.11, 5.4.12.
#pragma once

#include "kiosk_protocol/device.hpp"
#include "kiosk_protocol/papers.hpp"

#include <string>
#include <vector>

namespace parvis::kiosk {

enum class JobPhase { pending, held, processing, stopped, cancelled, aborted, completed };

struct JobAttributes {
    JobPhase phase = JobPhase::pending;
    std::vector<std::string> reasons; ///< job-state-reasons
    std::string printer_message;      ///< job-printer-state-message
    int sheets = 0;                   ///< completed so far, as far as the printer counts
};

struct PrinterAttributes {
    bool stopped = false;
    bool processing = false;
    bool accepting = true;
    std::vector<std::string> reasons; ///< printer-state-reasons
    std::string message;              ///< printer-state-message
    std::string model;
    std::string device_uri;
};

/// The device reasons behind the printer's state reasons, each once, in the order of the enumeration.
std::vector<kiosk_protocol::DeviceReason> device_reasons(PrinterAttributes const& printer);

/// Where the job stands. Never toner_low, sending, not_accepting or unknown_outcome: these are not in the
/// attributes.
kiosk_protocol::PrintState judge(JobAttributes const& job, PrinterAttributes const& printer);

/// The idle printer as the kiosk tells it.
kiosk_protocol::DeviceState judge(PrinterAttributes const& printer);

} // namespace parvis::kiosk
