// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/interview/memory_search.hpp"
#include "kiosk/interview/paper_tray.hpp"

#include <gtest/gtest.h>

#include <random>

namespace parvis::kiosk {
namespace {

using namespace kiosk_protocol;

constexpr Instant now{1'700'000'000'000};

Paper page(std::int32_t number = 1) {
    Paper paper;
    paper.paper_id = PaperId::make(now);
    paper.media_type = "image/jpeg";
    paper.page_number = number;
    return paper;
}

Paper file() {
    Paper paper;
    paper.paper_id = PaperId::make(now);
    paper.media_type = "application/pdf";
    return paper;
}

PaperId put(PaperTray& tray, Paper paper, std::string_view bytes = "bytes") {
    return tray.put(std::move(paper), std::as_bytes(std::span(bytes))).value().paper_id;
}

TEST(PaperTray, gives_back_what_was_put_in) {
    PaperTray tray;
    auto const id = put(tray, page(), "a page");
    auto const content = tray.content(id);
    ASSERT_TRUE(content);
    EXPECT_EQ(std::string(reinterpret_cast<char const*>((*content)->view().data()), (*content)->size()),
              "a page");
    EXPECT_EQ(tray.find(id)->bytes, 6);
    EXPECT_EQ(tray.find(id)->state, PaperState::waiting);
}

TEST(PaperTray, gives_no_page_for_a_document_before_the_citizen_agreed) {
    PaperTray tray;
    auto const agreed = put(tray, page(1));
    auto const undecided = put(tray, page(2));
    ASSERT_TRUE(tray.decide(agreed, Decision::send));

    auto const refused = tray.agreed_pages({agreed, undecided});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "paper_not_agreed");
    EXPECT_EQ(refused.error().pointer, "/paper_ids/1");

    ASSERT_TRUE(tray.decide(undecided, Decision::send));
    auto const both = tray.agreed_pages({undecided, agreed});
    ASSERT_TRUE(both);
    EXPECT_EQ(both->size(), 2U);
}

TEST(PaperTray, says_which_papers_cannot_become_pages_of_a_document) {
    PaperTray tray;
    auto const received = put(tray, file());
    ASSERT_TRUE(tray.decide(received, Decision::send));
    EXPECT_EQ(tray.agreed_pages({}).error().reason, "papers_missing");
    EXPECT_EQ(tray.agreed_pages({received}).error().reason, "paper_not_a_page");
    EXPECT_EQ(tray.agreed_pages({PaperId::make(now)}).error().reason, "paper_unknown");
}

TEST(PaperTray, drops_a_kept_page_at_once_with_everything_made_from_the_same_scan) {
    PaperTray tray;
    auto const scanned = put(tray, page());
    auto const origin = tray.origin(scanned);
    ASSERT_TRUE(origin);
    auto turned = page();
    ASSERT_TRUE(
        tray.put(turned, std::as_bytes(std::span("turned", 6)), PageOrigin{origin->scanned, {Rotate{90}}}));
    auto const other = put(tray, page(2));

    ASSERT_TRUE(tray.decide(turned.paper_id, Decision::keep));
    EXPECT_FALSE(tray.find(scanned));
    EXPECT_FALSE(tray.find(turned.paper_id));
    EXPECT_TRUE(tray.find(other));
    EXPECT_EQ(tray.decide(scanned, Decision::send).error().reason, "paper_unknown");
}

TEST(PaperTray, cannot_take_back_what_was_agreed) {
    PaperTray tray;
    auto const id = put(tray, page());
    ASSERT_TRUE(tray.decide(id, Decision::send));
    EXPECT_TRUE(tray.decide(id, Decision::send)) << "saying it twice is harmless";
    EXPECT_EQ(tray.decide(id, Decision::keep).error().reason, "paper_already_agreed");
}

TEST(PaperTray, refuses_what_is_too_large_and_keeps_what_it_has) {
    PaperTray tray({.paper_bytes = 10, .all_bytes = 15});
    auto const first = put(tray, page(), "1234567890");
    std::string const large(11, 'x');
    EXPECT_EQ(tray.put(page(2), std::as_bytes(std::span(large))).error().reason, "paper_too_large");
    EXPECT_EQ(tray.put(page(2), std::as_bytes(std::span(large).first(6))).error().reason, "tray_full");
    EXPECT_TRUE(tray.find(first));
    ASSERT_TRUE(tray.drop(first));
    EXPECT_TRUE(tray.put(page(2), std::as_bytes(std::span(large).first(6))));
}

TEST(PaperTray, is_empty_after_a_wipe_and_says_how_much_went) {
    PaperTray tray;
    auto const first = put(tray, page(1), "12345");
    put(tray, file(), "1234567");
    auto const counts = tray.wipe();
    EXPECT_EQ(counts.papers, 2);
    EXPECT_EQ(counts.bytes, 12);
    EXPECT_TRUE(tray.empty());
    EXPECT_EQ(tray.content(first).error().reason, "paper_unknown");
    EXPECT_EQ(tray.wipe().papers, 0);
}

/// Made at run time and kept masked, so that the bytes looked for are nowhere but in papers.
struct Marker {
    static constexpr char mask = 0x5A;
    std::string masked = std::string(64, '\0');

    Marker() {
        std::random_device chance;
        for (auto& character : masked) {
            character = static_cast<char>(chance());
        }
    }
    void write_to(std::string& text, std::size_t at) const {
        for (std::size_t i = 0; i < masked.size(); ++i) {
            text[at + i] = static_cast<char>(masked[i] ^ mask);
        }
    }
    std::size_t count() const { return count_in_own_memory(masked, mask); }
};

TEST(PaperTray, leaves_nothing_in_memory_after_a_wipe_not_even_in_what_a_response_left_behind) {
    Marker const marker;
    ASSERT_EQ(marker.count(), 0U);
    PaperTray tray;
    {
        std::string scanned(100'000, 'x');
        marker.write_to(scanned, 50'000);
        put(tray, page(), scanned);
    }
    ASSERT_EQ(marker.count(), 1U) << "the tray holds the one copy, and the search can see it";
    {
        auto const content = tray.content(tray.list().front().paper_id).value();
        std::string response(reinterpret_cast<char const*>(content->view().data()), content->size());
        response += "grown, so that the text moved";
        ASSERT_EQ(marker.count(), 2U);
    }
    EXPECT_EQ(marker.count(), 1U);
    tray.wipe();
    EXPECT_EQ(marker.count(), 0U);
}

} // namespace
} // namespace parvis::kiosk
