// SPDX-License-Identifier: EUPL-1.2
// Finds the names around an interview. Inside a transaction; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/interview/interview_card.hpp"

namespace parvis::interview {

InterviewCard card_of(db::Session& session, Interview interview);

} // namespace parvis::interview
