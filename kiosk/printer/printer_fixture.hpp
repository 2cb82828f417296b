// SPDX-License-Identifier: EUPL-1.2
// Tests with a real print service of their own and its virtual printer.
#pragma once

#include "kiosk/printer/printer.hpp"
#include "tests/support/devices/private_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <span>

namespace parvis::kiosk {

class PrinterTest : public testing::Test {
  protected:
    using Options = kiosk_protocol::PrintOptions;
    using State = kiosk_protocol::PrintState;

    PrinterTest() { devices::run_script("cups_start.sh " + cups().string() + " " + std::to_string(port_)); }
    ~PrinterTest() override { devices::run_script("stop.sh " + cups().string()); }

    std::filesystem::path cups() const { return folder_ / "cups"; }
    std::string server() const { return "127.0.0.1:" + std::to_string(port_); }
    void set_mode(std::string const& word) { devices::write_text(cups() / "Parvis/mode", word); }
    std::string admin(std::string const& command) {
        return devices::run("CUPS_SERVER=" + server() + " " + command);
    }

    PrinterConfig config(std::string const& queue = "Parvis") const {
        PrinterConfig made;
        made.service.server = server();
        made.service.queue = queue;
        made.limits.poll = std::chrono::milliseconds(20);
        return made;
    }

    /// A document that begins as a PDF does, larger than one write; the virtual printer prints any bytes.
    static std::vector<std::byte> paper() {
        std::string text = "%PDF-1.7\n";
        for (int line = 0; text.size() < 200'000; ++line) {
            text += "% line " + std::to_string(line) + "\n";
        }
        auto const bytes = std::as_bytes(std::span(text));
        return {bytes.begin(), bytes.end()};
    }

    void run_until(std::function<bool()> const& done) {
        auto const end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while (!done() && std::chrono::steady_clock::now() < end) {
            io_.restart();
            io_.run_one_for(std::chrono::milliseconds(50));
        }
        ASSERT_TRUE(done()) << "not seen within 60 s; seen: " << testing::PrintToString(states());
    }

    PrintOrder print(Printer& printer, Options const& options = {}) {
        auto const order =
            printer.submit(paper(), options, [this](PrintEvent const& event) { events_.push_back(event); });
        EXPECT_TRUE(order.ok());
        return order ? *order : 0;
    }
    bool saw(State state) const {
        return std::ranges::find(events_, state, &PrintEvent::state) != events_.end();
    }
    bool ended() const { return !events_.empty() && kiosk_protocol::is_final(events_.back().state); }
    std::vector<int> states() const {
        std::vector<int> seen;
        for (auto const& event : events_) {
            seen.push_back(static_cast<int>(event.state));
        }
        return seen;
    }
    kiosk_protocol::DeviceState status(Printer& printer) {
        std::optional<kiosk_protocol::DeviceState> told;
        printer.status([&](kiosk_protocol::DeviceState const& state) { told = state; });
        run_until([&] { return told.has_value(); });
        return told.value_or(kiosk_protocol::DeviceState{});
    }
    Result<int> purge(Printer& printer) {
        std::optional<Result<int>> removed;
        printer.purge([&](Result<int> const& count) { removed = count; });
        run_until([&] { return removed.has_value(); });
        return removed.value();
    }

    /// Everything that came out of the virtual printer, oldest first.
    std::vector<std::string> printed(std::string const& queue = "Parvis") const {
        std::map<std::string, std::string> papers;
        for (auto const& entry : std::filesystem::directory_iterator(cups() / queue)) {
            if (entry.path().extension() == ".prn") {
                papers[entry.path().filename().string()] = devices::read_text(entry.path());
            }
        }
        std::vector<std::string> texts;
        texts.reserve(papers.size());
        for (auto const& [name, text] : papers) {
            texts.push_back(text);
        }
        return texts;
    }
    /// Names of the files that the print service keeps of jobs: control files (c00001) and documents
    /// (d00001-001).
    std::vector<std::string> spooled() const {
        std::vector<std::string> names;
        for (auto const& entry : std::filesystem::recursive_directory_iterator(cups() / "spool")) {
            if (entry.is_regular_file()) {
                names.push_back(entry.path().filename().string());
            }
        }
        return names;
    }
    static std::string text_of(std::vector<std::byte> const& bytes) {
        return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
    }

    devices::PrivateFolder folder_;
    int port_ = devices::free_port();
    boost::asio::io_context io_;
    std::vector<PrintEvent> events_;
};

} // namespace parvis::kiosk
