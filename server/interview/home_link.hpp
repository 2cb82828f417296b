// SPDX-License-Identifier: EUPL-1.2
// What a page at home hears and says on `/api/v1/kiosk-link`: a part of the kiosk's words, since it is a
// kiosk without a daemon. It proves itself in `hello.proof`: {code}, the code of the appointment.
#pragma once

#include "kiosk_protocol/kiosk_link.hpp"

#include <string>
#include <string_view>

namespace parvis::interview {

struct HomeProof {
    std::string code;
};
BOOST_DESCRIBE_STRUCT(HomeProof, (), (code))

namespace to_home { // server -> page at home, besides snapshot (without tiles), interview and signal

/// The adviser's grant as the server gave it: no other commands this page. After each renewal.
struct Grant {
    static constexpr std::string_view type = "grant";
    static constexpr std::string_view schema_name = "ToHomeGrant";
    InterviewId interview_id;
    std::string grant;
};
BOOST_DESCRIBE_STRUCT(Grant, (), (interview_id, grant))

} // namespace to_home
} // namespace parvis::interview
