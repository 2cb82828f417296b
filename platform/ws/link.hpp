// SPDX-License-Identifier: EUPL-1.2
// What one link remembers while sockets come and go: numbers, messages to replay, answers given, and the pace
// of commands. No socket, no clock, no thread of its own.
#pragma once

#include "platform/ws/link_server.hpp"

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

namespace parvis::ws {

using SteadyTime = std::chrono::steady_clock::time_point;

enum class Acceptance { execute, running, answered, too_many, too_fast };

class Link {
  public:
    Link(LinkId id, Peer peer, LinkServerOptions const& options, SteadyTime now);

    /// A serialized object becomes {"seq":n, ...}, and is kept for a replay.
    std::string number(std::string text);
    /// The peer has everything up to `seq`: no need to keep it.
    void acknowledge(std::uint64_t seq);
    /// Everything above `received` is still kept, and the peer does not claim more than was sent.
    bool can_replay(std::uint64_t received) const;
    /// The texts above `received`, in order.
    std::vector<std::string> replay(std::uint64_t received);
    /// A message had to be dropped that the peer has not acknowledged.
    bool has_gap() const { return first_kept_ > acknowledged_ + 1; }

    /// Counts the command against the pace unless it is a double.
    Acceptance accept(std::string const& command_id, SteadyTime now);
    /// Remembers the serialized answer (without "seq"). False when no such command is running.
    bool remember_answer(std::string const& command_id, std::string answer);
    /// Of a command that was `answered`.
    std::string const& answer_of(std::string const& command_id) const;

    LinkId const id;
    Peer peer;
    std::uint64_t attachment = 0;      ///< number of its socket; 0: none
    std::optional<SteadyTime> lost_at; ///< when the socket went

  private:
    struct Kept {
        std::uint64_t seq;
        std::string text;
    };
    void forget_old_answers();

    LinkServerOptions const& options_;
    std::uint64_t last_seq_ = 0;
    std::uint64_t acknowledged_ = 0;
    std::uint64_t first_kept_ = 1;
    std::deque<Kept> kept_;
    std::size_t kept_bytes_ = 0;
    std::unordered_map<std::string, std::optional<std::string>>
        commands_; ///< id to answer; none while it runs
    std::deque<std::string> answered_order_;
    std::size_t answered_bytes_ = 0;
    std::size_t running_ = 0;
    double allowance_;
    SteadyTime allowance_at_;
};

} // namespace parvis::ws
