// SPDX-License-Identifier: EUPL-1.2
// The letters of a plain text message (GSM 03.38, with its extension table): 160 of them in one message; with
// any other letter the whole text travels as UCS-2, 70 in one message. Pure.
#pragma once

#include <string_view>

namespace parvis::sms {

/// `text` is UTF-8. French needs more than this alphabet as soon as it says "ê", "ç" or "’".
bool is_written_in_gsm(std::string_view text);

} // namespace parvis::sms
