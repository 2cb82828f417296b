// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/opening/closure.hpp"

namespace parvis::scheduling {
namespace {

constexpr std::size_t longest_reason = 200;
constexpr std::chrono::hours longest_closure{2 * 366 * 24};

} // namespace

Result<void> check_closure(Instant from, Instant to, std::string const& reason) {
    if (to <= from || to - from > longest_closure) {
        return fail(ErrorCode::invalid_input, "closure_span_wrong", "/to");
    }
    if (reason.empty()) {
        return fail(ErrorCode::invalid_input, "closure_reason_missing", "/reason");
    }
    if (reason.size() > longest_reason) {
        return fail(ErrorCode::invalid_input, "closure_reason_too_long", "/reason",
                    {{"most", std::to_string(longest_reason)}});
    }
    return {};
}

} // namespace parvis::scheduling
