// SPDX-License-Identifier: EUPL-1.2
// A mail server on loopback that keeps what it is given, for tests: a free port, a thread of its own, gone
// with the object.
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
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
    enum class Tls { none, offered, from_the_first_byte };

    /// `folder`: where its certificate.pem and key.pem are.
    explicit SmtpSink(Tls tls = Tls::none, std::filesystem::path const& folder = {})
        : tls_(tls), acceptor_(io_, {boost::asio::ip::address_v4::loopback(), 0}) {
        if (tls != Tls::none) {
            context_.use_certificate_chain_file(folder / "certificate.pem");
            context_.use_private_key_file(folder / "key.pem", boost::asio::ssl::context::pem);
        }
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
    using Failure = boost::system::error_code;

    /// A connection, in clear or not.
    struct Wire {
        explicit Wire(boost::asio::io_context& io) : socket(io) {}
        bool secure(boost::asio::ssl::context& context) {
            Failure failure;
            tls = std::make_unique<boost::asio::ssl::stream<Socket&>>(socket, context);
            tls->handshake(boost::asio::ssl::stream_base::server, failure);
            return !failure;
        }
        std::size_t read(std::string& chunk, Failure& failure) {
            return tls ? tls->read_some(boost::asio::buffer(chunk), failure)
                       : socket.read_some(boost::asio::buffer(chunk), failure);
        }
        void write(std::string const& text, Failure& failure) {
            if (tls) {
                boost::asio::write(*tls, boost::asio::buffer(text), failure);
            } else {
                boost::asio::write(socket, boost::asio::buffer(text), failure);
            }
        }
        Socket socket;
        std::unique_ptr<boost::asio::ssl::stream<Socket&>> tls;
    };

    void serve() {
        for (;;) {
            Failure failure;
            Wire wire(io_);
            acceptor_.accept(wire.socket, failure);
            if (failure) {
                return;
            }
            unread_.clear();
            if (tls_ != Tls::from_the_first_byte || wire.secure(context_)) {
                talk(wire);
            }
        }
    }

    void talk(Wire& wire) {
        TakenMail mail;
        if (!say(wire, reply_to("HELLO", "220 sink ESMTP"))) {
            return;
        }
        while (auto const line = next_line(wire)) {
            auto const verb = line->substr(0, 4);
            {
                std::lock_guard const lock(mutex_);
                commands_.push_back(*line);
            }
            if (verb == "EHLO" && tls_ == Tls::offered && !wire.tls) {
                say(wire, "250-sink\r\n250 STARTTLS");
                continue;
            }
            if (verb == "STAR") {
                if (!say(wire, "220 go ahead") || !wire.secure(context_)) {
                    return;
                }
                continue;
            }
            if (verb == "EHLO") {
                say(wire, "250-sink\r\n250 AUTH PLAIN");
                continue;
            }
            if (verb == "AUTH" && (!say(wire, "334 ") || !next_line(wire))) {
                return;
            }
            if (verb == "MAIL") {
                mail.from = between_brackets(*line);
            } else if (verb == "RCPT") {
                mail.to = between_brackets(*line);
            } else if (verb == "DATA") {
                auto const go_on = reply_to("DATA", "354 go on");
                if (!say(wire, go_on) || !go_on.starts_with("354")) {
                    continue;
                }
                mail.content = content(wire);
                auto const end = reply_to(".", "250 taken");
                if (end.starts_with("2")) {
                    std::lock_guard const lock(mutex_);
                    taken_.push_back(mail);
                }
                if (!say(wire, end)) {
                    return;
                }
                continue;
            }
            if (!say(wire, reply_to(verb, verb == "QUIT" ? "221 bye"
                                                         : (verb == "AUTH" ? "235 welcome" : "250 fine"))) ||
                verb == "QUIT") {
                return;
            }
        }
    }

    std::string content(Wire& wire) {
        std::string text;
        while (auto const line = next_line(wire)) {
            if (*line == ".") {
                break;
            }
            text += (line->starts_with("..") ? line->substr(1) : *line) + "\r\n";
        }
        return text;
    }

    std::optional<std::string> next_line(Wire& wire) {
        for (;;) {
            if (auto const end = unread_.find("\r\n"); end != std::string::npos) {
                auto line = unread_.substr(0, end);
                unread_.erase(0, end + 2);
                return line;
            }
            std::string chunk(4096, '\0');
            Failure failure;
            auto const bytes = wire.read(chunk, failure);
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
    static bool say(Wire& wire, std::string const& reply) {
        Failure failure;
        if (!reply.empty()) {
            wire.write(reply + "\r\n", failure);
        }
        return !reply.empty() && !failure;
    }

    Tls tls_;
    boost::asio::ssl::context context_{boost::asio::ssl::context::tls_server};
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
