// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/receipt_code.hpp"

#include "platform/crypto/crypto.hpp"

namespace parvis::interview {

std::string make_receipt_code() {
    auto code = crypto::random_code(8, receipt_code_alphabet);
    code.insert(4, "-");
    return code;
}

} // namespace parvis::interview
