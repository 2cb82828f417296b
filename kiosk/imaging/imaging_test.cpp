// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/imaging/imaging_fixture.hpp"

#include <csignal>

namespace parvis::kiosk {
namespace {

using kiosk_protocol::BlackAndWhite;
using kiosk_protocol::Rotate;

Bytes a4_jpeg(int resolution) {
    return encode(drawn_page(resolution * 210 * 10 / 254, resolution * 297 * 10 / 254, resolution).get(),
                  resolution)
        .bytes;
}

class PdfTest : public ImagingTest {
  protected:
    std::string keep(Bytes const& pdf) {
        auto const file = folder_ / "out.pdf";
        std::ofstream(file, std::ios::binary)
            .write(reinterpret_cast<char const*>(pdf.data()), static_cast<std::streamsize>(pdf.size()));
        return file.string();
    }
    devices::PrivateFolder folder_;
};

TEST_F(PdfTest, pages_are_as_large_as_the_papers_were_and_in_their_order) {
    auto const a4 = a4_jpeg(300);
    auto const small = encode(drawn_page(600, 450, 150).get(), 150).bytes;
    auto const pdf = assemble({a4, small});
    ASSERT_TRUE(pdf.ok()) << describe(pdf.error());
    auto const told = devices::run("pdfinfo -f 1 -l 2 " + keep(*pdf));
    EXPECT_NE(told.find("Pages:           2"), std::string::npos) << told;
    EXPECT_NE(told.find("Page    1 size:  595.2 x 841.68 pts (A4)"), std::string::npos) << told;
    EXPECT_NE(told.find("Page    2 size:  288 x 216 pts"), std::string::npos) << told;
}

TEST_F(PdfTest, a_jpeg_page_lies_in_the_document_byte_for_byte) {
    auto const page = a4_jpeg(150);
    auto const pdf = assemble({page});
    ASSERT_TRUE(pdf.ok());
    EXPECT_NE(std::search(pdf->begin(), pdf->end(), page.begin(), page.end()), pdf->end());
    devices::run("cd " + folder_.path().string() + " && pdfimages -all " + keep(*pdf) + " page");
    EXPECT_EQ(devices::read_text(folder_ / "page-000.jpg").size(), page.size());
}

TEST_F(PdfTest, the_document_says_its_language_and_nothing_of_who_or_when) {
    auto const pdf = assemble({a4_jpeg(150)});
    ASSERT_TRUE(pdf.ok());
    auto const file = keep(*pdf);
    auto const told = devices::run("pdfinfo -isodates " + file);
    for (std::string const word :
         {"Title:", "Author:", "Creator:", "Producer:", "CreationDate:", "ModDate:"}) {
        EXPECT_EQ(told.find(word), std::string::npos) << told;
    }
    auto const text = std::string(as_text(*pdf));
    EXPECT_NE(text.find("/Lang (fr)"), std::string::npos);
}

TEST_F(PdfTest, two_documents_of_the_same_pages_are_the_same) {
    auto const page = a4_jpeg(150);
    EXPECT_EQ(assemble({page, page}).value(), assemble({page, page}).value());
}

TEST_F(PdfTest, black_and_white_pages_are_group_4_and_show_what_was_drawn) {
    auto const page = a4_jpeg(150);
    auto const one_bit = retouch(page, {BlackAndWhite{}});
    ASSERT_TRUE(one_bit.ok());
    auto const from_png = assemble({one_bit->bytes});
    auto const from_jpeg = assemble({page}, true);
    ASSERT_TRUE(from_png.ok()) << describe(from_png.error());
    ASSERT_TRUE(from_jpeg.ok());
    EXPECT_EQ(*from_png, *from_jpeg);
    EXPECT_LT(from_png->size(), page.size() / 4);
    auto const file = keep(*from_png);
    EXPECT_NE(devices::run("pdfimages -list " + file).find("ccitt"), std::string::npos);
    EXPECT_NE(devices::run("pdfinfo " + file).find("(A4)"), std::string::npos);
    devices::run("pdftoppm -r 150 -gray -singlefile " + file + " " + (folder_ / "seen").string());
    auto const seen = devices::read_pnm(folder_ / "seen.pgm");
    auto const drawn = devices::decode_jpeg(page);
    ASSERT_NEAR(seen.width, drawn.width, 1);
    EXPECT_EQ(seen.samples[0], 255) << "white stays white";
    EXPECT_NEAR(first_dark_row(seen, seen.width / 2), first_dark_row(drawn, drawn.width / 2), 2);
}

TEST_F(ImagingTest, a_thumbnail_is_small_and_shows_the_whole_page) {
    auto const page = a4_jpeg(300);
    auto const small =
        await<PagePicture>([&](auto answer) { imaging_.thumbnail(page, 200, std::move(answer)); });
    ASSERT_TRUE(small.ok()) << describe(small.error());
    EXPECT_EQ(small->height, 200);
    EXPECT_NEAR(small->width, 141, 2);
    EXPECT_LT(small->bytes.size(), 20'000U);
}

TEST_F(ImagingTest, broken_files_are_refused_by_name_and_the_next_good_one_works) {
    auto const good = a4_jpeg(150);
    auto truncated = good;
    truncated.resize(truncated.size() / 2);
    auto cut_inside = truncated;
    cut_inside.push_back(std::byte{0xFF});
    cut_inside.push_back(std::byte{0xD9});
    auto scrambled = good;
    std::fill(scrambled.begin() + 2, scrambled.begin() + 500, std::byte{0x5A});
    auto const words = as_bytes("these are no pixels at all");
    for (auto const& bad : std::vector<ByteView>{{}, words, truncated, cut_inside, scrambled}) {
        auto const page = retouch(bad, {Rotate{90}});
        ASSERT_FALSE(page.ok()) << bad.size() << " bytes";
        EXPECT_EQ(page.error().reason, "picture_damaged") << describe(page.error());
    }
    auto const document = assemble({good, truncated});
    ASSERT_FALSE(document.ok());
    EXPECT_EQ(document.error().pointer, "/pages/1");
    EXPECT_TRUE(retouch(good, {Rotate{90}}).ok());
}

TEST_F(ImagingTest, a_small_file_that_claims_a_huge_picture_is_refused_without_decoding_it) {
    auto bomb = a4_jpeg(150);
    constexpr std::array frame_head{std::byte{0xFF}, std::byte{0xC0}, std::byte{0x00}};
    auto const found = std::search(bomb.begin(), bomb.end(), frame_head.begin(), frame_head.end());
    ASSERT_NE(found, bomb.end());
    for (int index = 5; index < 9; ++index) {
        found[index] = std::byte{0xF0};
    }
    auto const page = retouch(bomb, {});
    ASSERT_FALSE(page.ok());
    EXPECT_EQ(page.error().code, ErrorCode::too_large);
    EXPECT_EQ(page.error().reason, "picture_too_large");
}

TEST_F(ImagingTest, a_document_without_pages_is_refused) {
    EXPECT_EQ(assemble({}).error().reason, "no_pages");
}

TEST_F(ImagingTest, many_orders_at_once_are_all_answered) {
    auto const page = encode(drawn_page(300, 400, 150).get(), 150).bytes;
    int answered = 0;
    for (int order = 0; order < 6; ++order) {
        imaging_.retouch(page, {Rotate{90}}, [&](Result<PagePicture> const& outcome) {
            EXPECT_TRUE(outcome.ok());
            ++answered;
        });
    }
    EXPECT_TRUE(retouch(page, {}).ok());
    EXPECT_EQ(answered, 6) << "in the order of their orders";
}

TEST_F(ImagingTest, a_worker_that_takes_too_long_is_killed_and_the_order_answered) {
    auto with = config();
    with.worker = "/bin/sleep";
    with.worker_arguments = {"60"};
    with.limits.time = std::chrono::milliseconds(300);
    Imaging slow(io_, with);
    auto const outcome =
        await<PagePicture>([&](auto answer) { slow.retouch(as_bytes("any"), {}, std::move(answer)); });
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().reason, "imaging_timeout");
}

TEST_F(ImagingTest, a_worker_that_crashes_is_an_error_of_its_order_only) {
    auto with = config();
    with.worker = "/bin/sh";
    with.worker_arguments = {"-c", "kill -SEGV $$"};
    Imaging crashing(io_, with);
    auto const outcome =
        await<PagePicture>([&](auto answer) { crashing.retouch(as_bytes("any"), {}, std::move(answer)); });
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().reason, "imaging_failed");
    EXPECT_EQ(outcome.error().arguments.front().second, "signal " + std::to_string(SIGSEGV));
}

// A sanitizer's own memory would be measured: only a plain build can tell.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_F(ImagingTest, a_worker_that_may_not_have_the_memory_says_so) {
    auto with = config();
    with.limits.memory = 30'000'000;
    Imaging poor(io_, with);
    auto const page = a4_jpeg(600);
    auto const outcome =
        await<PagePicture>([&](auto answer) { poor.retouch(page, {Rotate{90}}, std::move(answer)); });
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().code, ErrorCode::unavailable) << describe(outcome.error());
}
#endif

TEST_F(ImagingTest, after_a_wipe_no_order_is_answered_and_new_ones_work) {
    auto const page = a4_jpeg(150);
    imaging_.retouch(page, {Rotate{90}},
                     [](Result<PagePicture> const&) { FAIL() << "answered after the wipe"; });
    imaging_.retouch(page, {Rotate{180}},
                     [](Result<PagePicture> const&) { FAIL() << "answered after the wipe"; });
    imaging_.abandon_all();
    EXPECT_TRUE(retouch(page, {}).ok());
}

} // namespace
} // namespace parvis::kiosk
