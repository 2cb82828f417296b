// SPDX-License-Identifier: EUPL-1.2
// The layout of the receipt.
#include "server/interview/receipt.hpp"
#include "server/paper/tagged_pdf.hpp"

namespace parvis::interview {

namespace {

// PDF points.
constexpr double page_width = 595.28;
constexpr double page_height = 841.89;
constexpr double margin = 56;
constexpr double indent = 18;

constexpr paper::TextStyle title{28, PANGO_WEIGHT_BOLD};
constexpr paper::TextStyle heading{20, PANGO_WEIGHT_BOLD};
constexpr paper::TextStyle code{52, PANGO_WEIGHT_BOLD};
constexpr paper::TextStyle plain{16};
constexpr paper::TextStyle strong{16, PANGO_WEIGHT_BOLD};

/// Writes from top to bottom and turns the page where a paragraph would not fit.
class Paper {
  public:
    explicit Paper(ReceiptSheet const& sheet)
        : pages_(page_width, page_height, sheet.title, sheet.language) {}

    void paragraph(char const* structure, std::string const& words, paper::TextStyle const& style,
                   double left = 0, double space_after = 6) {
        double const width = page_width - 2 * margin - left;
        if (y_ + pages_.height_of(words, style, width) > page_height - margin && y_ > margin) {
            pages_.next_page();
            y_ = margin;
        }
        y_ += pages_.write(structure, words, style, margin + left, y_, width) + space_after;
    }

    void space(double points) { y_ += points; }

    std::string finish() { return pages_.finish(); }

  private:
    paper::TaggedPdf pages_;
    double y_ = margin;
};

void write_steps(Paper& paper, ReceiptSheet const& sheet) {
    paper.space(14);
    paper.paragraph("H2", sheet.steps_title, heading);
    if (sheet.steps.empty()) {
        paper.paragraph("P", sheet.nothing_to_do, plain);
    }
    for (auto const& step : sheet.steps) {
        paper.paragraph("P", "☐ " + step.what, strong, 0, 2);
        paper.paragraph("P", step.who, plain, indent, step.by_date.empty() ? 8 : 2);
        if (!step.by_date.empty()) {
            paper.paragraph("P", step.by_date, plain, indent, 8);
        }
    }
}

} // namespace

std::string receipt_pdf(ReceiptSheet const& sheet) {
    Paper paper(sheet);
    paper.paragraph("H1", sheet.title, title, 0, 14);
    for (auto const& [label, value] : sheet.facts) {
        paper.paragraph("P", std::string(label).append(" ").append(value), plain, 0, 4);
    }
    paper.space(10);
    paper.paragraph("P", sheet.code_label, plain, 0, 0);
    paper.paragraph("P", sheet.code, code, 0, 10);
    paper.paragraph("P", sheet.outcome, strong, 0, 10);
    if (!sheet.done.empty()) {
        paper.paragraph("H2", sheet.done_title, heading);
        for (auto const& line : sheet.done) {
            paper.paragraph("P", "• " + line, plain, 0, 4);
        }
    }
    write_steps(paper, sheet);
    paper.space(14);
    paper.paragraph("P", sheet.help, strong);
    return paper.finish();
}

} // namespace parvis::interview
