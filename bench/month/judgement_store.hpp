// SPDX-License-Identifier: EUPL-1.2
// What became of a month, from the rows of the database alone: whoever lived it is not asked.
#pragma once

#include "platform/db/database.hpp"

#include <string>
#include <vector>

namespace parvis::bench {

/// People by how it ended for them.
struct Ends {
    long long served = 0;
    long long told = 0;      ///< by a message, or at the counter when the line closed
    long long unmet = 0;     ///< gave up, were sent elsewhere, or found nothing
    long long absent = 0;    ///< did not come
    long long cancelled = 0; ///< wanted it no more

    long long all() const { return served + told + unmet + absent + cancelled; }
};

struct Judgement {
    long long doubled = 0;     ///< a seat, a kiosk or an adviser that two people had at the same time
    long long lost = 0;        ///< people without an end, and those whom nobody told
    long long undelivered = 0; ///< messages given up, which the desk is shown
    Ends ends;
    std::vector<std::string> findings; ///< what was counted as doubled or lost, in words
};

/// `people`: how many asked for something.
Judgement judge(db::Session& session, long long people);

/// How many of all kinds of damage that judge() must notice it did notice. Each is done to one row and undone
/// again.
struct Noticed {
    int of = 0;
    std::vector<std::string> unnoticed;
};
Noticed try_damages(db::Database& database, long long people);

} // namespace parvis::bench
