// SPDX-License-Identifier: EUPL-1.2
#include "platform/crypto/crypto.hpp"
#include "platform/http/http_test_support.hpp"
#include "platform/http/tls_test_support.hpp"
#include "platform/mail/smtp.hpp"
#include "platform/mail/test_smtp_sink.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace parvis::mail {
namespace {

using testing_support::SmtpSink;

class AMail : public ::testing::Test {
  protected:
    Server server() const {
        Server one;
        one.host = "127.0.0.1";
        one.port = sink.port();
        one.encryption = Encryption::none;
        return one;
    }
    static Message message() {
        Message one;
        one.from = {"Réseau du Lot", "rdv@exemple.fr"};
        one.to = "odette@exemple.fr";
        one.subject = "Rappel : rendez-vous avec la CAF, jeudi 5 mars à 9 h 00";
        one.text = "Bonjour Odette,\n\n.un point au début\nÀ jeudi = à bientôt";
        one.calendar = CalendarPart{"METHOD:REQUEST\r\nSUMMARY:Rendez-vous\r\n", "REQUEST"};
        one.message_id = "abc@exemple.fr";
        one.written_at = {1'772'614'800'000};
        return one;
    }
    SmtpSink sink;
};

bool holds(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

TEST_F(AMail, reaches_its_reader_whole_with_text_and_calendar) {
    auto const sent = send(server(), message());
    ASSERT_TRUE(sent) << describe(sent.error());
    ASSERT_EQ(sink.taken().size(), 1u);
    auto const mail = sink.taken().front();
    EXPECT_EQ(mail.from, "rdv@exemple.fr");
    EXPECT_EQ(mail.to, "odette@exemple.fr");
    auto const& content = mail.content;
    for (auto const* line :
         {"Date: Wed, 4 Mar 2026 09:00:00 +0000\r\n", "To: odette@exemple.fr\r\n", "Mime-Version: 1.0\r\n",
          "From: =?UTF-8?B?UsOpc2VhdSBkdSBMb3Q=?= <rdv@exemple.fr>\r\n", "Message-ID: <abc@exemple.fr>\r\n",
          "Auto-Submitted: auto-generated\r\n", "Content-Type: multipart/alternative; boundary=",
          "Content-Type: text/plain; charset=UTF-8\r\n", "Content-Transfer-Encoding: quoted-printable\r\n",
          "Content-Type: text/calendar; charset=UTF-8; method=REQUEST; component=VEVENT\r\n",
          "=C3=80 jeudi =3D =C3=A0 bient=C3=B4t", "\r\n.un point au d=C3=A9but\r\n"}) {
        EXPECT_TRUE(holds(content, line)) << line << "\n in \n" << content;
    }
    EXPECT_TRUE(holds(content, crypto::base64(crypto::bytes_of(message().calendar->text)).substr(0, 60)));
    EXPECT_FALSE(holds(content, "multipart/mixed"));
    for (std::size_t at = 0; at < content.size();) {
        auto const end = content.find("\r\n", at);
        EXPECT_LE(end - at, 998u) << "RFC 5322 section 2.1.1";
        at = end + 2;
    }
}

TEST_F(AMail, that_a_server_will_never_take_is_told_apart_from_one_that_it_takes_later) {
    sink.answer("RCPT", "550 5.1.1 no such person");
    auto failed = send(server(), message());
    EXPECT_EQ(failed.error(), outgoing::refused(550));
    sink.answer("RCPT", "451 greylisted");
    EXPECT_EQ(send(server(), message()).error(), outgoing::delayed(451));
    sink.answer("RCPT", "250 fine");
    sink.answer(".", "554 looks like spam");
    EXPECT_EQ(send(server(), message()).error(), outgoing::refused(554));
    EXPECT_TRUE(sink.taken().empty());
}

TEST_F(AMail, does_not_give_up_a_reader_because_of_the_server) {
    sink.answer("MAIL", "550 who are you");
    EXPECT_EQ(send(server(), message()).error().reason, "delivery_unreachable");
    sink.answer("HELLO", "554 no service");
    EXPECT_EQ(send(server(), message()).error().reason, "delivery_unreachable");
    sink.answer("HELLO", "");
    EXPECT_EQ(send(server(), message()).error().reason, "delivery_unreachable");
}

TEST_F(AMail, is_not_told_as_sent_when_the_server_falls_silent_at_the_end) {
    sink.answer(".", "");
    EXPECT_EQ(send(server(), message()).error().reason, "delivery_unreachable");
}

TEST_F(AMail, never_goes_in_clear_when_encryption_was_asked_for) {
    auto strict = server();
    strict.encryption = Encryption::starttls;
    strict.user = "rdv";
    strict.password = "secret";
    EXPECT_EQ(send(strict, message()).error().reason, "delivery_unreachable");
    auto const said = sink.commands();
    EXPECT_TRUE(std::none_of(said.begin(), said.end(), [](auto const& line) {
        return line.starts_with("AUTH") || line.starts_with("MAIL");
    }));
}

TEST_F(AMail, is_given_with_a_password_to_a_server_that_proves_who_it_is) {
    http::testing::TemporaryFolder const folder;
    http::testing::make_certificate(folder.path(), "localhost");
    for (auto const tls : {SmtpSink::Tls::offered, SmtpSink::Tls::from_the_first_byte}) {
        SmtpSink secure(tls, folder.path());
        auto with = server();
        with.port = secure.port();
        with.encryption = tls == SmtpSink::Tls::offered ? Encryption::starttls : Encryption::tls;
        with.user = "rdv";
        with.password = "s3cret";
        EXPECT_EQ(send(with, message()).error().reason, "delivery_unreachable") << "anybody could be it";
        EXPECT_TRUE(secure.taken().empty());
        with.trust_file = (folder.path() / "certificate.pem").string();
        auto const sent = send(with, message());
        ASSERT_TRUE(sent) << describe(sent.error());
        EXPECT_EQ(secure.taken().size(), 1u);
        auto const said = secure.commands();
        EXPECT_TRUE(std::any_of(said.begin(), said.end(),
                                [](auto const& line) { return line.starts_with("AUTH PLAIN"); }));
    }
}

TEST_F(AMail, that_the_server_does_not_let_in_is_not_lost) {
    http::testing::TemporaryFolder const folder;
    http::testing::make_certificate(folder.path(), "localhost");
    SmtpSink secure(SmtpSink::Tls::from_the_first_byte, folder.path());
    secure.answer("AUTH", "535 wrong password");
    auto with = server();
    with.port = secure.port();
    with.encryption = Encryption::tls;
    with.user = "rdv";
    with.password = "wrong";
    with.trust_file = (folder.path() / "certificate.pem").string();
    EXPECT_EQ(send(with, message()).error().reason, "delivery_unreachable");
}

TEST_F(AMail, to_nobody_is_waited_for_only_so_long) {
    auto gone = server();
    {
        SmtpSink const closed;
        gone.port = closed.port();
    }
    EXPECT_EQ(send(gone, message()).error().reason, "delivery_unreachable");
}

TEST_F(AMail, with_an_address_that_is_more_than_an_address_is_not_begun) {
    auto bad = message();
    bad.to = "a@b.fr>\r\nRCPT TO:<c@d.fr";
    EXPECT_EQ(send(server(), bad).error().reason, "mail_address_unfit");
    EXPECT_TRUE(sink.commands().empty());
}

} // namespace
} // namespace parvis::mail
