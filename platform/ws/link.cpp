// SPDX-License-Identifier: EUPL-1.2
#include "platform/ws/link.hpp"

#include <algorithm>

namespace parvis::ws {

namespace {

constexpr std::size_t remembered_bytes = 4 * 1024 * 1024;

} // namespace

Link::Link(LinkId link_id, Peer who, LinkServerOptions const& options, SteadyTime now)
    : id(std::move(link_id)), peer(std::move(who)), options_(options), allowance_(options.command_burst),
      allowance_at_(now) {}

std::string Link::number(std::string text) {
    text.replace(0, 1, "{\"seq\":" + std::to_string(++last_seq_) + (text == "{}" ? "" : ","));
    kept_.push_back({last_seq_, text});
    kept_bytes_ += text.size();
    while (!kept_.empty() &&
           (kept_.size() > options_.replay_messages || kept_bytes_ > options_.replay_bytes)) {
        kept_bytes_ -= kept_.front().text.size();
        kept_.pop_front();
    }
    first_kept_ = kept_.empty() ? last_seq_ + 1 : kept_.front().seq;
    return text;
}

void Link::acknowledge(std::uint64_t seq) {
    acknowledged_ = std::max(acknowledged_, std::min(seq, last_seq_));
    while (!kept_.empty() && kept_.front().seq <= acknowledged_) {
        kept_bytes_ -= kept_.front().text.size();
        kept_.pop_front();
    }
    first_kept_ = kept_.empty() ? last_seq_ + 1 : kept_.front().seq;
}

bool Link::can_replay(std::uint64_t received) const {
    return received <= last_seq_ && received + 1 >= first_kept_;
}

std::vector<std::string> Link::replay(std::uint64_t received) {
    acknowledge(received);
    std::vector<std::string> texts;
    texts.reserve(kept_.size());
    std::ranges::transform(kept_, std::back_inserter(texts), &Kept::text);
    return texts;
}

Acceptance Link::accept(std::string const& command_id, SteadyTime now) {
    auto const known = commands_.find(command_id);
    if (known != commands_.end()) {
        return known->second ? Acceptance::answered : Acceptance::running;
    }
    auto const seconds = std::chrono::duration<double>(now - allowance_at_).count();
    allowance_ = std::min(options_.command_burst, allowance_ + seconds * options_.commands_per_second);
    allowance_at_ = now;
    if (allowance_ < 1) {
        return Acceptance::too_fast;
    }
    if (running_ >= options_.remembered_answers) {
        return Acceptance::too_many;
    }
    allowance_ -= 1;
    ++running_;
    commands_.emplace(command_id, std::nullopt);
    return Acceptance::execute;
}

bool Link::remember_answer(std::string const& command_id, std::string answer) {
    auto const found = commands_.find(command_id);
    if (found == commands_.end() || found->second) {
        return false;
    }
    --running_;
    answered_bytes_ += answer.size();
    found->second = std::move(answer);
    answered_order_.push_back(command_id);
    forget_old_answers();
    return true;
}

void Link::forget_old_answers() {
    while (answered_order_.size() > 1 &&
           (answered_order_.size() > options_.remembered_answers || answered_bytes_ > remembered_bytes)) {
        auto const oldest = commands_.find(answered_order_.front());
        answered_bytes_ -= oldest->second->size();
        commands_.erase(oldest);
        answered_order_.pop_front();
    }
}

std::string const& Link::answer_of(std::string const& command_id) const {
    return *commands_.at(command_id);
}

} // namespace parvis::ws
