// SPDX-License-Identifier: EUPL-1.2
// The kiosk's own loudspeaker, through a player program that reads a WAV file from its standard input.
#pragma once

#include "kiosk/bell/chime.hpp"
#include "platform/result/result.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace parvis::kiosk {

struct LoudspeakerOptions {
    std::vector<std::string> player{"aplay", "-q",
                                    "-"}; ///< program and arguments; the program is searched on PATH
    std::filesystem::path call_sound;     ///< WAV instead of the generated call; empty: none
};

/// Lives on the io thread; `io` must outlive it.
class Loudspeaker {
  public:
    Loudspeaker(boost::asio::io_context& io, LoudspeakerOptions options);
    ~Loudspeaker();
    Loudspeaker(Loudspeaker const&) = delete;
    Loudspeaker& operator=(Loudspeaker const&) = delete;

    /// Starts playing; a sound that still plays goes on and this one is left out. Errors: unavailable
    /// "player_not_started" (program, cause), "file_unreadable" (path, cause). A player that fails later is
    /// logged.
    Result<void> play(Chime chime);
    bool playing() const;

  private:
    class Player;
    boost::asio::io_context& io_;
    LoudspeakerOptions options_;
    std::weak_ptr<Player> player_;
};

} // namespace parvis::kiosk
