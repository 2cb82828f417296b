// SPDX-License-Identifier: EUPL-1.2
// The kiosk's page as the daemon sees it: one browser page, at times two (a second screen), on loopback.
#pragma once

#include "kiosk_protocol/page_link.hpp"
#include "platform/json/encode.hpp"
#include "platform/ws/link_server.hpp"

#include <boost/asio/steady_timer.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace parvis::kiosk {

namespace from_page = kiosk_protocol::from_page;

using PageCommand =
    std::variant<from_page::Ring, from_page::Withdraw, from_page::Answer, from_page::Leave, from_page::Signal,
                 from_page::Bell, from_page::PageDevices, from_page::Scan, from_page::CancelScan,
                 from_page::DecidePage, from_page::Retouch, from_page::Assemble, from_page::DropPaper,
                 from_page::ShowPaper, from_page::Print, from_page::CancelPrint, from_page::Wipe,
                 from_page::RunSelfTest>;

using CommandAnswer = std::function<void(Result<boost::json::value>)>;

/// What the daemon does for its page; on the io thread.
class PageListener {
  public:
    virtual ~PageListener() = default;
    virtual kiosk_protocol::to_page::Snapshot page_snapshot() = 0;
    /// A page has had its snapshot: what is told beside it.
    virtual void page_came() {}
    /// `answer` must be called exactly once, now or later.
    virtual void page_asked(PageCommand command, CommandAnswer answer) = 0;
    /// The first page came, or the last one lost its socket.
    virtual void page_presence_changed(bool present) = 0;
};

/// A piece of the picture that builds up while the scanner runs, as page_link.hpp writes it.
struct PreviewPiece {
    std::uint32_t page_number = 1;
    std::vector<std::byte> frame;
};

/// Checks the page token, decodes commands, and sends to every page. On the io thread.
class PageSide final : public ws::LinkApplication {
  public:
    PageSide(boost::asio::io_context& io, Clock const& clock, std::string token, PageListener& listener);

    ws::LinkServer& links() { return links_; }
    bool present() const;

    /// A described message of kiosk_protocol::to_page.
    template <class Message>
    void tell(Message const& message) {
        tell_message(json::encode(message).as_object());
    }
    void tell_message(boost::json::object const& message);

    /// Pieces wait here, at most pending_preview_bytes, while a page is slow: pieces of an earlier page give
    /// way first, then the new one is left out. The finished page is complete in any case.
    void preview(PreviewPiece piece);
    void forget_preview();
    static constexpr std::size_t pending_preview_bytes = 6U << 20U;

    void authenticate(http::Request const& upgrade, ws::Hello const& hello, std::string const& nonce,
                      std::function<void(Result<ws::Peer>)> answer) override;
    void opened(ws::LinkId link, ws::Peer const& peer) override;
    void resumed(ws::LinkId link) override;
    void suspended(ws::LinkId link) override;
    void received(ws::LinkId link, ws::Command command) override;
    void closed(ws::LinkId link) override;

  private:
    struct OpenLink {
        ws::LinkId id;
        bool live = true;
    };
    void set_live(ws::LinkId const& link, bool live);
    void send_previews();
    bool previews_flow() const;

    std::string token_;
    PageListener& listener_;
    ws::LinkServer links_;
    std::vector<OpenLink> open_;
    std::deque<PreviewPiece> previews_;
    std::size_t preview_bytes_ = 0;
    boost::asio::steady_timer preview_timer_;
    bool timer_runs_ = false;
};

} // namespace parvis::kiosk
