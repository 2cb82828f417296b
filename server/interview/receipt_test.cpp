// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/receipt.hpp"

#include <gtest/gtest.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

namespace parvis::interview {
namespace {

Receipt receipt() {
    Receipt receipt;
    receipt.held_at = Instant{1'772'614'800'000}; // Wednesday 4 March 2026, 10:00 in Paris
    receipt.site.name = "Maison de services";
    receipt.site.commune = "Bretenoux";
    receipt.site.telephone = "05 65 00 00 00";
    receipt.site.time_zone = "Europe/Paris";
    receipt.partner = {"CAF", {"Allocations familiales", "Family benefits office"}};
    receipt.subject_label = {"Ma famille, mes aides", "My family, my benefits"};
    receipt.adviser_name = "Marie";
    receipt.code = "K7MF-4PXA";
    receipt.outcome = OutcomeKind::follow_up;
    receipt.done = {"Nous avons complété votre dossier."};
    receipt.next_steps = {{"Envoyer le bail", "Vous", "2026-03-20"},
                          {"Calculer vos droits", "La CAF", std::nullopt}};
    return receipt;
}

struct PipeCloser {
    void operator()(FILE* pipe) const { pclose(pipe); }
};

std::string output_of(std::string const& command) {
    std::unique_ptr<FILE, PipeCloser> const pipe(popen(command.c_str(), "r"));
    std::string output;
    std::array<char, 4096> buffer{};
    while (auto const count = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) {
        output.append(buffer.data(), count);
    }
    return output;
}

std::string text_of(std::string const& pdf) {
    auto const path = std::filesystem::temp_directory_path() /
                      ("parvis-receipt-" + Id<struct FileTag>::make(SystemClock{}.now()).text() + ".pdf");
    std::ofstream(path, std::ios::binary) << pdf;
    auto text = output_of("pdftotext -layout " + path.string() + " -");
    std::filesystem::remove(path);
    return text;
}

std::string words_on_paper(Receipt const& of) {
    return text_of(receipt_pdf(words_of(of, text::Catalogue::built_in())));
}

TEST(AReceipt, says_when_where_with_whom_and_what_comes_next) {
    auto const words = words_on_paper(receipt());
    for (auto const* expected :
         {"mercredi 4 mars 2026", "10 h", "Bretenoux", "Marie", "Allocations familiales", "K7MF-4PXA",
          "Nous avons complété votre dossier.", "Envoyer le bail", "Qui : Vous", "20 mars 2026", "La CAF",
          "05 65 00 00 00"}) {
        EXPECT_NE(words.find(expected), std::string::npos) << expected << " is missing in:\n" << words;
    }
}

TEST(AReceipt, speaks_the_language_of_the_interview) {
    auto english = receipt();
    english.language = Language::en;
    auto const words = words_on_paper(english);
    EXPECT_NE(words.find("Your code, please keep it"), std::string::npos);
    EXPECT_NE(words.find("Family benefits office"), std::string::npos);
    EXPECT_EQ(words.find("Votre"), std::string::npos);
}

TEST(AReceipt, without_steps_says_that_nothing_is_left_to_do) {
    auto settled = receipt();
    settled.next_steps.clear();
    EXPECT_NE(words_on_paper(settled).find("rien d’autre à faire"), std::string::npos);
}

TEST(AReceipt, tells_a_screen_reader_its_language_title_and_structure) {
    auto const bytes = receipt_pdf(words_of(receipt(), text::Catalogue::built_in()));
    QPDF pdf;
    pdf.processMemoryFile("receipt", bytes.data(), bytes.size());
    auto root = pdf.getRoot();
    EXPECT_EQ(root.getKey("/Lang").getUTF8Value(), "fr");
    EXPECT_TRUE(root.hasKey("/StructTreeRoot"));
    EXPECT_TRUE(root.getKey("/MarkInfo").getKey("/Marked").getBoolValue());
    EXPECT_EQ(pdf.getTrailer().getKey("/Info").getKey("/Title").getUTF8Value(), "Votre entretien par écran");
}

TEST(AReceipt, with_everything_an_adviser_may_write_goes_on_over_several_pages) {
    auto full = receipt();
    std::string line;
    for (int i = 0; i < 20; ++i) {
        line += "mot long";
    }
    full.done.assign(8, line);
    full.next_steps.assign(8, {line, "Vous et le conseiller", "2026-03-20"});
    auto const bytes = receipt_pdf(words_of(full, text::Catalogue::built_in()));
    QPDF pdf;
    pdf.processMemoryFile("receipt", bytes.data(), bytes.size());
    EXPECT_GE(QPDFPageDocumentHelper(pdf).getAllPages().size(), 2U);
    EXPECT_NE(text_of(bytes).find("05 65 00 00 00"), std::string::npos);
}

} // namespace
} // namespace parvis::interview
