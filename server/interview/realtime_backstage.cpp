// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/realtime_backstage.hpp"

namespace parvis::interview {

void Backstage::command(std::shared_ptr<CommandLane> const& lane, ws::LinkServer& links,
                        ws::LinkId const& link, std::string command_id, std::function<Result<void>()> job,
                        std::function<void()> after) {
    CommandLane::add(lane, [this, &links, link, command_id = std::move(command_id), job = std::move(job),
                            after = std::move(after)](std::function<void()> finished) {
        run(job, [&links, link, command_id, after, finished = std::move(finished)](Result<void> outcome) {
            if (outcome && after) {
                after();
            }
            links.answer(link, command_id,
                         outcome ? Result<boost::json::value>(boost::json::object{})
                                 : Result<boost::json::value>(outcome.error()));
            finished();
        });
    });
}

} // namespace parvis::interview
