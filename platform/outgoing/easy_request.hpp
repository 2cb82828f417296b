// SPDX-License-Identifier: EUPL-1.2
// One use of libcurl, with what every request of the server has in common. For platform/outgoing and
// platform/mail only. Blocks: worker threads.
#pragma once

#include "platform/result/result.hpp"

#include <chrono>
#include <curl/curl.h>
#include <string>

namespace parvis::outgoing {

struct Patience {
    std::chrono::milliseconds connect{10'000};
    std::chrono::milliseconds whole{20'000}; ///< shorter than an ordered stop may take
};

/// Certificates are always verified. `trust_file`: PEM of the certificates to trust; "": those of the system.
class EasyRequest {
  public:
    EasyRequest(std::string const& url, std::string const& trust_file, Patience patience);
    ~EasyRequest();
    EasyRequest(EasyRequest const&) = delete;
    EasyRequest& operator=(EasyRequest const&) = delete;

    CURL* easy() { return easy_; }
    /// A whole header, without the end of its line.
    void add_header(std::string const& line);
    CURLcode perform();
    /// Of HTTP or SMTP; 0 when there was no answer.
    long answer_code();

  private:
    CURL* easy_;
    curl_slist* headers_ = nullptr;
};

// How a delivery fails, told by the code of the error; the reason is for people.
//   unavailable "delivery_unreachable" (cause): the service was not reached, is not trusted, or does not take
//     anything from us. Other deliveries would fail as well.
//   rate_limited "delivery_delayed" (answer): it will not take this one now; again later.
//   invalid_input "delivery_refused" (answer): it will never take this one.
// No argument holds an address or what was said.
Error unreachable(std::string cause);
Error delayed(long answer);
Error refused(long answer);

} // namespace parvis::outgoing
