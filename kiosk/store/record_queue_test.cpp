// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/record_queue.hpp"
#include "kiosk/store/test_folder.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace parvis::kiosk {
namespace {

using namespace kiosk_protocol;

KioskRecord record(RecordKind kind = RecordKind::page_sent) {
    Instant const now{1'700'000'000'000};
    return {RecordId::make(now), InterviewId::make(now), kind, now, std::nullopt, std::nullopt};
}

std::size_t owed_in(std::filesystem::path const& file) {
    auto const queue = RecordQueue::open(file);
    return queue ? queue->size() : 0;
}

/// Appends `count` records in a process of its own, which then kills itself without any ordered end.
void append_and_die(std::filesystem::path const& file, int count) {
    auto const child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        auto queue = RecordQueue::open(file);
        for (int i = 0; queue && i < count; ++i) {
            if (!queue->append(record())) {
                ::_exit(1);
            }
        }
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
    ASSERT_EQ(WTERMSIG(status), SIGKILL);
}

TEST(RecordQueue, keeps_what_is_owed_when_the_daemon_is_killed) {
    TestFolder const folder;
    auto const file = folder.path() / "records.jsonl";
    append_and_die(file, 3);
    append_and_die(file, 2);
    EXPECT_EQ(owed_in(file), 5U);
}

TEST(RecordQueue, gives_the_oldest_first_and_whole) {
    TestFolder const folder;
    auto const file = folder.path() / "records.jsonl";
    auto wiped = record(RecordKind::wiped);
    wiped.wipe_reason = "ended";
    wiped.counts = WipeCounts{3, 4'000'000, 2, 1, 0};
    {
        auto queue = RecordQueue::open(file);
        ASSERT_TRUE(queue);
        ASSERT_TRUE(queue->append(wiped));
        ASSERT_TRUE(queue->append(record()));
    }
    auto queue = RecordQueue::open(file);
    ASSERT_TRUE(queue);
    auto const oldest = queue->oldest(1);
    ASSERT_EQ(oldest.size(), 1U);
    EXPECT_EQ(oldest.front().record_id, wiped.record_id);
    EXPECT_EQ(oldest.front().interview_id, wiped.interview_id);
    ASSERT_TRUE(oldest.front().counts);
    EXPECT_EQ(oldest.front().counts->daemon_bytes, 4'000'000);
}

TEST(RecordQueue, owes_no_more_what_the_server_has_answered) {
    TestFolder const folder;
    auto const file = folder.path() / "records.jsonl";
    auto const first = record();
    auto const second = record();
    {
        auto queue = RecordQueue::open(file);
        ASSERT_TRUE(queue);
        ASSERT_TRUE(queue->append(first));
        ASSERT_TRUE(queue->append(second));
        ASSERT_TRUE(queue->answered({first.record_id}));
    }
    {
        auto queue = RecordQueue::open(file);
        ASSERT_TRUE(queue);
        ASSERT_EQ(queue->size(), 1U);
        EXPECT_EQ(queue->oldest(1).front().record_id, second.record_id);
        ASSERT_TRUE(queue->answered({second.record_id, first.record_id}));
        EXPECT_EQ(queue->size(), 0U);
    }
    EXPECT_EQ(std::filesystem::file_size(file), 0U);
}

TEST(RecordQueue, tolerates_a_last_line_cut_off_by_a_power_cut) {
    TestFolder const folder;
    auto const file = folder.path() / "records.jsonl";
    append_and_die(file, 1);
    std::ofstream(file, std::ios::app) << R"({"record_id":"01HF7)";
    {
        auto queue = RecordQueue::open(file);
        ASSERT_TRUE(queue);
        EXPECT_EQ(queue->size(), 1U);
        ASSERT_TRUE(queue->append(record()));
    }
    EXPECT_EQ(owed_in(file), 2U);
}

TEST(RecordQueue, refuses_to_lose_a_damaged_line_in_the_middle) {
    TestFolder const folder;
    auto const file = folder.path() / "records.jsonl";
    std::ofstream(file) << "damaged\n";
    append_and_die(folder.path() / "other.jsonl", 1);
    std::ofstream(file, std::ios::app) << std::ifstream(folder.path() / "other.jsonl").rdbuf();
    auto const queue = RecordQueue::open(file);
    ASSERT_FALSE(queue);
    EXPECT_EQ(queue.error().reason, "record_queue_damaged");
    EXPECT_EQ(queue.error().arguments.back(), (std::pair<std::string, std::string>{"line", "1"}));
}

} // namespace
} // namespace parvis::kiosk
