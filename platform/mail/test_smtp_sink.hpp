// SPDX-License-Identifier: EUPL-1.2
// A mail server on loopback that keeps what it is given, for tests: a free port, a thread of its own, gone
// with the object.
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <vector>

namespace parvis::mail::testing_support {

struct TakenMail {
    std::string from;
    std::string to;
    std::string content; ///< headers and body as they came, dots unstuffed
};

class SmtpSink {
  public:
    SmtpSink() : acceptor_(io_, {boost::asio::ip::address_v4::loopback(), 0}) {
        thread_ = std::thread([this] { serve(); });
    }
    ~SmtpSink() {
        ::shutdown(acceptor_.native_handle(), SHUT_RDWR);
        thread_.join();
    }
    SmtpSink(SmtpSink const&) = delete;
    SmtpSink& operator=(SmtpSink const&) = delete;

    std::uint16_t port() const { return acceptor_.local_endpoint().port(); }
    /// What it answers to a command ("RCPT", "DATA", "." for the end of the mail) instead of yes; "" hangs
    /// up.
    void answer(std::string const& command, std::string const& reply) {
        std::lock_guard const lock(mutex_);
        answers_[command] = reply;
    }
    std::vector<TakenMail> taken() const {
        std::lock_guard const lock(mutex_);
        return taken_;
    }
    std::vector<std::string> commands() const {
        std::lock_guard const lock(mutex_);
        return commands_;
    }

  private:
    using Socket = boost::asio::ip::tcp::socket;

    void serve() {
        for (;;) {
            boost::system::error_code failure;
            Socket socket(io_);
            acceptor_.accept(socket, failure);
            if (failure) {
                return;
            }
            unread_.clear();
            talk(socket);
        }
    }

    void talk(Socket& socket) {
        TakenMail mail;
        if (!say(socket, reply_to("HELLO", "220 sink ESMTP"))) {
            return;
        }
        while (auto const line = next_line(socket)) {
            auto const verb = line->substr(0, 4);
            {
                std::lock_guard const lock(mutex_);
                commands_.push_back(*line);
            }
            if (verb == "MAIL") {
                mail.from = between_brackets(*line);
            } else if (verb == "RCPT") {
                mail.to = between_brackets(*line);
            } else if (verb == "DATA") {
                auto const go_on = reply_to("DATA", "354 go on");
                if (!say(socket, go_on) || !go_on.starts_with("354")) {
                    continue;
                }
                mail.content = content(socket);
                auto const end = reply_to(".", "250 taken");
                if (end.starts_with("2")) {
                    std::lock_guard const lock(mutex_);
                    taken_.push_back(mail);
                }
                if (!say(socket, end)) {
                    return;
                }
                continue;
            }
            if (!say(socket, reply_to(verb, verb == "QUIT" ? "221 bye" : "250 fine")) || verb == "QUIT") {
                return;
            }
        }
    }

    std::string content(Socket& socket) {
        std::string text;
        while (auto const line = next_line(socket)) {
            if (*line == ".") {
                break;
            }
            text += (line->starts_with("..") ? line->substr(1) : *line) + "\r\n";
        }
        return text;
    }

    std::optional<std::string> next_line(Socket& socket) {
        for (;;) {
            if (auto const end = unread_.find("\r\n"); end != std::string::npos) {
                auto line = unread_.substr(0, end);
                unread_.erase(0, end + 2);
                return line;
            }
            std::string chunk(4096, '\0');
            boost::system::error_code failure;
            auto const bytes = socket.read_some(boost::asio::buffer(chunk), failure);
            if (failure) {
                return std::nullopt;
            }
            unread_.append(chunk, 0, bytes);
        }
    }

    static std::string between_brackets(std::string const& line) {
        auto const open = line.find('<');
        return line.substr(open + 1, line.find('>') - open - 1);
    }

    std::string reply_to(std::string const& command, std::string const& otherwise) {
        std::lock_guard const lock(mutex_);
        auto const found = answers_.find(command);
        return found == answers_.end() ? otherwise : found->second;
    }

    /// False when it hangs up instead.
    static bool say(Socket& socket, std::string const& reply) {
        boost::system::error_code failure;
        if (!reply.empty()) {
            boost::asio::write(socket, boost::asio::buffer(reply + "\r\n"), failure);
        }
        return !reply.empty() && !failure;
    }

    boost::asio::io_context io_;
    boost::asio::ip::tcp::acceptor acceptor_;
    std::thread thread_;
    std::string unread_;
    mutable std::mutex mutex_;
    std::map<std::string, std::string> answers_;
    std::vector<TakenMail> taken_;
    std::vector<std::string> commands_;
};

} // namespace parvis::mail::testing_support
