// SPDX-License-Identifier: EUPL-1.2
// JSON from and to described C++ values. One description of a struct gives the wire form and its OpenAPI
// schema:
//
//     struct RingKiosk {
//         static constexpr std::string_view type = "ring_kiosk";   // only for messages of a tagged union
//         KioskId kiosk_id;
//         std::optional<std::string> subject;
//     };
//     BOOST_DESCRIBE_STRUCT(RingKiosk, (), (kiosk_id, subject))
#pragma once

#include "platform/json/decode.hpp"
#include "platform/json/encode.hpp"
#include "platform/json/parse.hpp"
#include "platform/json/schema.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
