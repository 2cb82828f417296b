// SPDX-License-Identifier: EUPL-1.2
// Identifiers that cross the wire between server, kiosk daemon and pages. All are ULIDs (26 characters).
#pragma once

#include "platform/ids/id.hpp"

namespace parvis {

using NetworkId = Id<struct NetworkTag>;
using SiteId = Id<struct SiteTag>;
using KioskId = Id<struct KioskTag>;
using PartnerId = Id<struct PartnerTag>;
using OfferId = Id<struct OfferTag>;
using AccountId = Id<struct AccountTag>;
using InterviewId = Id<struct InterviewTag>;
using CommandId = Id<struct CommandTag>;
using PaperId = Id<struct PaperTag>;
using RecordId = Id<struct RecordTag>;

} // namespace parvis
