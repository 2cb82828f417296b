// SPDX-License-Identifier: EUPL-1.2
// From settings to the ways in which people are told about their appointments.
#pragma once

#include "server/program/settings.hpp"
#include "server/scheduling/reminders/reminder_service.hpp"
#include "server/scheduling/waiting/waiting_service.hpp"

namespace parvis {

/// A channel without settings is not offered.
scheduling::MessageChannels message_channels(Settings const& settings);
scheduling::MessageSender message_sender(Settings const& settings);
scheduling::WaitingSettings waiting_settings(Settings const& settings);

} // namespace parvis
