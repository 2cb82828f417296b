// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/self_test/self_test.hpp"

#include "kiosk/device_watch/scanner_judgement.hpp"

#include <chrono>
#include <optional>
#include <sys/timex.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace parvis::kiosk {

using kiosk_protocol::CheckOutcome;
using kiosk_protocol::DeviceCondition;
using kiosk_protocol::DeviceState;
using kiosk_protocol::ScanStatus;
using kiosk_protocol::SelfTestCheck;
using kiosk_protocol::SelfTestReport;
using std::chrono::steady_clock;

namespace {

constexpr std::chrono::milliseconds between_tries{200};

std::int64_t since(steady_clock::time_point start) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - start).count();
}

SelfTestCheck check_of(std::string name, DeviceState const& state, steady_clock::time_point start) {
    auto outcome = CheckOutcome::failed;
    if (state.state == DeviceCondition::ready || state.state == DeviceCondition::busy) {
        outcome = state.reasons.empty() ? CheckOutcome::passed : CheckOutcome::warning;
    }
    return {std::move(name), outcome, since(start), state.reasons, state.detail};
}

} // namespace

struct SelfTest::Round {
    std::vector<std::function<void(SelfTestReport const&)>> answers;
    steady_clock::time_point start = steady_clock::now();
    std::optional<SelfTestCheck> scanner;
    std::optional<SelfTestCheck> printer;
    bool abandoned = false;
};

SelfTestCheck check_disk_space(SelfTestConfig const& config) {
    auto const start = steady_clock::now();
    SelfTestCheck check{"disk_space", CheckOutcome::failed, 0, {}, {}};
    std::error_code error;
    auto const space = std::filesystem::space(config.state_dir, error);
    if (error) {
        check.detail = config.state_dir.string() + ": " + error.message();
    } else if (::access(config.state_dir.c_str(), W_OK) != 0) {
        check.detail = config.state_dir.string() + ": this account may not write here";
    } else {
        check.detail = std::to_string(space.available / 1'000'000) + " MB free";
        if (space.available >= 2 * config.least_free_bytes) {
            check.outcome = CheckOutcome::passed;
        } else if (space.available >= config.least_free_bytes) {
            check.outcome = CheckOutcome::warning;
        }
    }
    check.duration_ms = since(start);
    return check;
}

SelfTestCheck check_clock(Instant now, bool synchronised) {
    constexpr std::int64_t start_of_2026 = 1'767'225'600'000;
    constexpr std::int64_t start_of_2060 = 2'840'140'800'000;
    if (now.ms < start_of_2026 || now.ms >= start_of_2060) {
        return {"clock", CheckOutcome::failed, 0, {}, "the clock shows a time that cannot be"};
    }
    if (!synchronised) {
        return {"clock", CheckOutcome::warning, 0, {}, "the clock follows no time server"};
    }
    return {"clock", CheckOutcome::passed, 0, {}, {}};
}

bool clock_is_synchronised() {
    timex query{};
    return ::adjtimex(&query) != TIME_ERROR && (query.status & STA_UNSYNC) == 0;
}

SelfTest::SelfTest(boost::asio::io_context& io, Scanner& scanner, Printer& printer, Clock const& clock,
                   SelfTestConfig config)
    : scanner_(scanner), printer_(printer), clock_(clock), config_(std::move(config)), patience_(io) {}

SelfTest::~SelfTest() {
    if (round_) {
        round_->abandoned = true;
    }
}

void SelfTest::run(std::function<void(SelfTestReport const&)> answer) {
    if (round_) {
        round_->answers.push_back(std::move(answer));
        return;
    }
    round_ = std::make_shared<Round>();
    round_->answers.push_back(std::move(answer));
    ask_printer(round_);
    ask_scanner(round_);
}

void SelfTest::ask_printer(std::shared_ptr<Round> const& round) {
    printer_.status([this, round](DeviceState const& state) {
        if (!round->abandoned) {
            round->printer = check_of("printer", state, round->start);
            finish_if_complete(round);
        }
    });
}

void SelfTest::ask_scanner(std::shared_ptr<Round> const& round) {
    if (scanner_.scanning()) {
        // Somebody scans: that shows more than a probe could.
        round->scanner = SelfTestCheck{"scanner", CheckOutcome::passed, since(round->start), {}, "in use"};
        finish_if_complete(round);
        return;
    }
    if (scanner_.busy()) {
        patience_.expires_after(between_tries);
        patience_.async_wait([this, round](boost::system::error_code error) {
            if (!error && !round->abandoned) {
                ask_scanner(round);
            }
        });
        return;
    }
    auto const told = [this, round](ScanStatus status, std::string const& detail) {
        round->scanner = check_of("scanner", judge_scanner(status, detail), round->start);
        finish_if_complete(round);
    };
    auto const asked = scanner_.probe([round, told](ScannerProbe const& probe) {
        if (!round->abandoned) {
            told(probe.end.status, probe.end.detail);
        }
    });
    if (!asked) {
        told(ScanStatus::crashed, describe(asked.error()));
    }
}

void SelfTest::finish_if_complete(std::shared_ptr<Round> const& round) {
    if (!round->scanner || !round->printer) {
        return;
    }
    round_.reset();
    SelfTestReport const report{{*round->scanner, *round->printer, check_disk_space(config_),
                                 check_clock(clock_.now(), clock_is_synchronised())}};
    for (auto const& answer : round->answers) {
        answer(report);
    }
}

} // namespace parvis::kiosk
