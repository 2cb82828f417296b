// SPDX-License-Identifier: EUPL-1.2
// IPP requests and answers by the names of their attributes. Blocking code's own: nothing here talks to
// anybody.
#pragma once

#include "kiosk/printer/print_judgement.hpp"

#include <cups/cups.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace parvis::kiosk::ipp_message {

struct IppFree {
    void operator()(ipp_t* message) const { ippDelete(message); }
};
using Ipp = std::unique_ptr<ipp_t, IppFree>;

/// A request to the printer at `uri` in this account's name.
Ipp new_request(ipp_op_t operation, std::string const& uri);
/// Asks for these attributes only.
void want(Ipp const& request, std::span<char const* const> names);
/// Asks for what printer_of reads.
void want_printer_attributes(Ipp const& request);

/// Empty when the answer has no such attribute.
std::string text(Ipp const& answer, char const* name);
/// All values but "none".
std::vector<std::string> texts(Ipp const& answer, char const* name);
int number(Ipp const& answer, char const* name, int otherwise);
PrinterAttributes printer_of(Ipp const& answer);

} // namespace parvis::kiosk::ipp_message
