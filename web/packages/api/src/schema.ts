// SPDX-License-Identifier: EUPL-1.2
// Made by `npm run api:generate`. Do not edit.

export interface paths {
    "/api/v1/absences/{absence_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Somebody is away for some days; planners. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    absence_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AbsenceForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AbsenceView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** They are there after all; planners. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    absence_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/absences/{absence_id}/replacement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Somebody comes instead on days of an absence, wherever they can; where not, the answer says why; planners. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    absence_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReplacementForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReplacementView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of the networks that the caller administers. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make an account; administrators. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAccount"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Disable an account; administrators. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    account_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enable an account again; administrators. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    account_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Appointments of the caller's groups over all sites, between two days; advisers. */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppointmentList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{appointment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One appointment; as above. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppointmentView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Hold a place for five minutes, or book it when a visitor is named; as above. What a desk promised while it was cut off can be kept as a request. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BookingForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppointmentView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{appointment_id}/arrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** They came: marked, and given their place in the line, in one touch; mediators of the site, the body's own, coordinators. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ArrivalForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Arrival"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{appointment_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel, with the reason; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CancelForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppointmentView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{appointment_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book the place that is held; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConfirmForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppointmentView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{appointment_id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** By telephone: the adviser has called them; the body's advisers. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppointmentView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{appointment_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of telling somebody of their appointment, by each address that they left; whoever may see it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tellings"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{appointment_id}/miss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** They did not come; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppointmentView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{appointment_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another time, door or site, everything else is kept; as above. Answers the appointment in which it lives on. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MoveForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppointmentView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{appointment_id}/ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is printed for the citizen; as above. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppointmentTicket"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest entries of the audit trail, verified; administrators. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditPage"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/body_closures/{closure_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Close a body or one of its groups; as above. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    closure_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BodyClosureForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BodyClosure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Remove such a closure; as above. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    closure_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/body_closures/{closure_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which appointments a closure would displace; nothing is changed; planners. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    closure_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BodyClosureForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DisplacedList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar_feeds/{feed_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a feed; who may make it. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    feed_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Appointments, and the sessions of an adviser, as a calendar; no citizen is named; whoever has the address. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    secret: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/displaced/{appointment_id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Such an appointment stays as it is, as agreed with those concerned. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own last interviews, newest first, at most 20. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InterviewList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/{interview_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An interview with its outcome; its adviser and the partner managers of its body. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InterviewReading"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/{interview_id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write or correct what came of an interview; its adviser, until the end of the day after. What a page kept while the server was away may come a week later. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OutcomeForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Outcome"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/{interview_id}/receipt.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The citizen's receipt; its adviser, once there is an outcome and until its words are erased. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk-pairings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A kiosk's daemon asks for a pairing code. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PairingRequest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Pairing"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk-pairings/{pairing_id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The daemon asks whether it is paired. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    pairing_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PairingProof"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PairingStatus"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk-pairings/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A technician types the code that a kiosk shows. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PairingClaim"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PairedKiosk"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosks/{kiosk_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a kiosk's pairing at once; technicians. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kiosk_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosks/{kiosk_id}/self_test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a kiosk test itself; technicians. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kiosk_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SelfTestOrder"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in account. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody told them by telephone: seen no more; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NamedMessage"];
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try one that failed now; mediators of the appointment's site, and as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NamedMessage"];
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/motives/{motive_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a motive or change it; partner managers of its body, coordinators. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    motive_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MotiveForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MotiveView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/motives/{motive_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offer a motive no longer; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    motive_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The networks of the signed-in account: sites, kiosks, bodies, groups. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NetworkOverview"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network_id}/body_closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Closures of bodies that are not over; any staff of the network. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    network_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BodyClosureList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network_id}/calendar_feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calendar feeds that the caller may keep. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    network_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CalendarFeedList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network_id}/calendar_feeds/{feed_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a feed of a site, a body, a group of advisers, or of one's own sessions. Its address is told in this answer alone; again: a new address, and the one before opens nothing any more. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    feed_id: string;
                    network_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MakeCalendarFeed"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MadeCalendarFeed"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network_id}/displaced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Appointments that lost their place and are not settled; those whom they concern. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    network_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DisplacedList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people could not be told about their appointments, and why; coordinators, technicians, administrators. Names nobody. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    network_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageReport"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network_id}/messages/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** After a repair: messages that were given up and are still of use are tried again; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    network_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageReport"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network_id}/motives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people may come for, with papers to bring; any staff of the network. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    network_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MotiveList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network_id}/own_duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sessions in which the caller is on duty, at most 62 days; any staff. */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path: {
                    network_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnDuties"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network_id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When bodies answer between two days, at most 62; any staff of the network. */
        get: {
            parameters: {
                query: {
                    from: string;
                    partner_id?: string;
                    site_id?: string;
                    to: string;
                };
                header?: never;
                path: {
                    network_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Plan"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network_id}/rota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is on duty, who is missing and who could come, between two days, at most 62; planners. */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path: {
                    network_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rota"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network_id}/unmet_requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often somebody asked for an appointment and there was nothing to give them, by month, subject, site and reason, between two days, at most 366; coordinators, administrators, and partner managers for their own bodies. Names nobody. */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path: {
                    network_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnmetCounts"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network_id}/walk_ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many people who came unbooked were helped on the spot or sent elsewhere in person, by day and site, between two days, at most 62; coordinators and administrators. Names nobody. */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path: {
                    network_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WalkInCounts"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network_id}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The webhooks that the caller may keep, and how they fare. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    network_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/networks/{network_id}/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Tell another program when appointments are booked, moved or cancelled, without a name; coordinators, administrators, partner managers for their body. The secret is told in this answer alone; again: a new secret. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    network_id: string;
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MakeWebhook"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MadeWebhook"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/place_closures/{closure_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Close a site, a room or a kiosk; coordinators. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    closure_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlaceClosureForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlaceClosure"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Remove such a closure; coordinators. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    closure_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/appointment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An appointment by its code; wrong codes make one wait. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CodeForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicAppointment"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/appointment/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel by code, until the limit of the body; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CodeForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicAppointment"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/appointment/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another time, door or site by code; the code stays; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CodeMoveForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicAppointment"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/appointments/{appointment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Hold a place for five minutes; anybody, twenty for one address. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PublicBookingForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicAppointment"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/appointments/{appointment_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book the place that is held; who chose its id. The answer has the code. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConfirmForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicAppointment"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/appointments/{appointment_id}/give_up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the held place back; who chose its id. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/embed.css": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The style of these pages; anybody. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/css": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/networks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The networks of this server; anybody. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicNetworks"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/networks/{network_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A network in plain words: subjects, bodies, motives, sites; anybody. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    network_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicNetwork"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/networks/{network_id}/embed.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The counters of a network, for a frame in another site; anybody. */
        get: {
            parameters: {
                query?: {
                    language?: string;
                };
                header?: never;
                path: {
                    network_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/networks/{network_id}/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counters with the hours of the coming days, subjects, bodies, and when each answers where; anybody, from any site, at most a minute old. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    network_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NetworkFeed"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Communes of France by the beginning of a name or postcode (q), the likeliest first, or by their INSEE codes (codes, with commas between); anybody. */
        get: {
            parameters: {
                query?: {
                    codes?: string;
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlaceList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/sites/{site_id}/embed.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One counter, for a frame in another site; anybody. */
        get: {
            parameters: {
                query?: {
                    language?: string;
                };
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/sites/{site_id}/leaflet.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two leaflets A5 of a counter on one A4, to print and cut; anybody. */
        get: {
            parameters: {
                query?: {
                    language?: string;
                };
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/sites/{site_id}/poster.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A poster of a counter to print, A4 or A3, French or English; anybody. */
        get: {
            parameters: {
                query?: {
                    format?: string;
                    language?: string;
                };
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/sites/{site_id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next free here, within 30 km, and by telephone or from home; nothing here is counted as unmet; anybody. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProposalForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposalsView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/sites/{site_id}/sessions.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When which body answers at a counter in the week to come; anybody. */
        get: {
            parameters: {
                query?: {
                    language?: string;
                };
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": string;
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/sites/{site_id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Free slots of a site between two days, at most 62; anybody. */
        get: {
            parameters: {
                query: {
                    door: string;
                    from: string;
                    motives: string;
                    moving?: string;
                    to: string;
                };
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SlotList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An appointment from home by its code, and how one stands in the line; wrong codes make one wait. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CodeForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HomeVisit"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/visit/arrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** "I am there": from half an hour before the appointment; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HomeArrivalForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HomeVisit"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/waiting_entries/{entry_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Be told when a place is freed; anybody, twenty for one address. The answer has the code. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entry_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WaitingForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicWaiting"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/waiting_entry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One's place in the waiting list, by its code; wrong codes make one wait. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CodeForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicWaiting"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/waiting_entry/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the place that was offered; the appointment has the same code; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CodeForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicWaiting"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/waiting_entry/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave it to the next, and go on waiting if wished; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CodeRefusal"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicWaiting"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/waiting_entry/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Need not be told any more; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CodeForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicWaiting"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/waiting_ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How people are told of freed places; anybody. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaitingWays"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of the caller's groups over all sites, with positions and waits. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QueueView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue/lines/{group_id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Close a line until the end of the day, for all or for one site: who waits and who comes is told the message, and counted as unmet; advisers of the group and partner managers of its body. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CloseLine"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LineClosed"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Open a closed line again: the whole of it, or, with site_id in the query, that of one site. */
        delete: {
            parameters: {
                query?: {
                    site_id?: string;
                };
                header?: never;
                path: {
                    group_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next person of the caller's lines, whom nobody else is given; no ticket when nobody can be called. With an interview_id the kiosk is called at once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CallNext"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NextTicket"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue/tickets/{ticket_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Somebody came, unbooked or for an appointment; the mediator of the site. A desk may tell it late. A closed line answers with a closed ticket and its message. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ticket_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TakeTicket"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue/tickets/{ticket_id}/acts/{act_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** One act on a ticket: away, back, park, unpark, put_back, move, urgent, not_urgent, leave, announce, and for the adviser who called no_answer, met, finish. What a caller may do stands in the ticket's allowed_actions. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    act_id: string;
                    ticket_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TicketAct"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue/tickets/{ticket_id}/destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What other bodies, or other groups of the same one, offer at the ticket's site: where it may move to. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ticket_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Destinations"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with e-mail address and password; sets the session cookie. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignInForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End every session of the signed-in account. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{site_id}/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Appointments of a site between two days, at most 62; its mediators, coordinators, and bodies their own. */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppointmentList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{site_id}/appointments/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Promised while a desk was cut off, and to be settled; as the day. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppointmentList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{site_id}/appointments/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Appointments of a site by the beginning of a first name, or by code, the nearest in time first; as the day. */
        get: {
            parameters: {
                query: {
                    q: string;
                };
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppointmentList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{site_id}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When a site is open between two days, at most 62; any staff of the network. */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CalendarView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{site_id}/calendar_previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which appointments a change of a site's opening would displace; nothing is changed; coordinators. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CalendarChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DisplacedList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{site_id}/exceptions/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Close a site on one day or give it other hours; coordinators. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    day: string;
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ExceptionForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DayException"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Remove what was said of a day; coordinators. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    day: string;
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{site_id}/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Weekly hours, region of public holidays, preparation of the kiosks; coordinators. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SiteHours"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SiteHours"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{site_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people could not be told about appointments at a site; its mediators, and as above. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageReport"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{site_id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next free here, within 30 km, and by telephone or from home; nothing here is counted as unmet. Mediators of the site, the body's own, coordinators. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProposalForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposalsView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{site_id}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of all bodies as far as they concern a site; its mediator. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QueueView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{site_id}/seasons/{season_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a site other weekly hours for a season; coordinators. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    season_id: string;
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Season"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SeasonView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a season; coordinators. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    season_id: string;
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{site_id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Free slots of a site between two days, at most 62; any staff. By telephone and from home the site does not matter. */
        get: {
            parameters: {
                query: {
                    door: string;
                    from: string;
                    motives: string;
                    moving?: string;
                    to: string;
                };
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SlotList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{site_id}/waiting_entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The waiting list of a site in order, and what ended in the last week; as above. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaitingEntries"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{site_id}/walls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The screens of a site's waiting room that may be opened; its mediator, technicians and administrators. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    site_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WallList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplies/{supply_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a supply or change it; partner managers of its body, coordinators. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    supply_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SupplyForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SupplyView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplies/{supply_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a supply on a day; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    supply_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SupplyEnd"];
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplies/{supply_id}/except": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Skip one day of a supply; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    supply_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SupplyExcept"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SupplyView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplies/{supply_id}/from_day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A supply otherwise from one day on; what was before stays, appointments come along; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    supply_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SupplyFromDay"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SupplyView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplies/{supply_id}/instead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One day of a supply, otherwise: at another hour, elsewhere, with other people; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    supply_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SupplyInstead"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SupplyView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplies/{supply_id}/stand_ins/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Name who comes on one day; planners. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    day: string;
                    supply_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamForm"];
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplies/{supply_id}/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Name who is on duty whenever a supply takes place; planners. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    supply_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamForm"];
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supply_previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which appointments a change of supply would displace; nothing is changed; planners. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SupplyChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DisplacedList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unmet_requests/{unmet_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The proposals suited nobody: counted once; as above. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    unmet_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RefusalForm"];
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiting_entries/{entry_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Tell somebody when a place is freed; mediators for their own site, the body's own, coordinators. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entry_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WaitingForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaitingView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiting_entries/{entry_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** They want the place that was offered; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entry_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaitingView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiting_entries/{entry_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** They do not want it; it goes to the next, and they may go on waiting; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entry_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OfferRefusal"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaitingView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiting_entries/{entry_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** They need not be told any more; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entry_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaitingView"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/walk_ins/{walk_in_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Somebody came unbooked and needed neither a ticket nor an appointment; the mediator of the site. A desk may tell it late. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    walk_in_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WalkInForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WalkIn"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/walls/{wall_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a screen. The secret of its link is told in this answer alone; again: a new secret, and the one before opens nothing any more. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    wall_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MakeWall"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WallMade"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Take a screen back: it is closed at once. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    wall_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a webhook; as above. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What it was told last, and what did not arrive; as above. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryList"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send nothing for a while, or again; what happens waits; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PauseWebhook"];
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try now what waits or was given up; as above. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/week_copies/{copy_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Copy a group's week to another; as above. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    copy_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WeekCopyForm"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WeekCopy"];
                    };
                };
                /** @description Refused */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AbsenceForm */
        AbsenceForm: {
            /** @description ULID */
            account_id: string;
            /** Format: date */
            first_day: string;
            /** Format: date */
            last_day: string;
            /** @description ULID */
            partner_id: string;
        };
        /** AbsenceView */
        AbsenceView: {
            /** @description ULID */
            absence_id: string;
            /** @description ULID */
            account_id: string;
            /** Format: date */
            first_day: string;
            /** Format: date */
            last_day: string;
            /** @description ULID */
            partner_id: string;
        };
        /** Account */
        Account: {
            account: components["schemas"]["Caller"];
        };
        /** AccountList */
        AccountList: {
            accounts: components["schemas"]["AccountView"][];
        };
        /** AccountView */
        AccountView: {
            /** @description ULID */
            account_id: string;
            disabled: boolean;
            email: string;
            language: string;
            memberships: components["schemas"]["Membership"][];
            name: string;
        };
        /**
         * ActingAs
         * @enum {string}
         */
        ActingAs: "citizen" | "mediator" | "adviser" | "partner_manager" | "coordinator" | "system";
        /** AdviserInterview */
        AdviserInterview: {
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            accepted_at?: number;
            code?: string;
            end_reason?: components["schemas"]["EndReason"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            ended_at?: number;
            grant?: string;
            has_outcome: boolean;
            ice_servers: components["schemas"]["IceServer"][];
            /** @description ULID */
            interview_id: string;
            /** @description ULID */
            kiosk_id: string;
            kiosk_name: string;
            language: string;
            partner: components["schemas"]["PartnerCard"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            requested_at: number;
            site_name: string;
            state: components["schemas"]["InterviewState"];
            subject: string;
            subject_label: components["schemas"]["PlainWords"];
            way_in: components["schemas"]["WayIn"];
            wiped?: components["schemas"]["WipeCounts"];
        };
        /**
         * AppointmentAction
         * @enum {string}
         */
        AppointmentAction: "confirm" | "move" | "cancel" | "arrive" | "finish" | "miss";
        /**
         * AppointmentEventKind
         * @enum {string}
         */
        AppointmentEventKind: "confirmed" | "moved" | "cancelled";
        /** AppointmentList */
        AppointmentList: {
            appointments: components["schemas"]["AppointmentView"][];
            time_zone: string;
        };
        /**
         * AppointmentState
         * @enum {string}
         */
        AppointmentState: "requested" | "held" | "confirmed" | "arrived" | "called" | "in_interview" | "finished" | "no_show" | "cancelled" | "moved";
        /** AppointmentTicket */
        AppointmentTicket: {
            body: components["schemas"]["PartnerRow"];
            by_screen: boolean;
            code: string;
            /** Format: int32 */
            companions: number;
            /** Format: date */
            day: string;
            door: components["schemas"]["Door"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            ends_at: number;
            first_name: string;
            motives: components["schemas"]["PlainWords"][];
            papers: components["schemas"]["PlainWords"][];
            place?: components["schemas"]["PlaceToCome"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            starts_at: number;
            time_zone: string;
        };
        /** AppointmentView */
        AppointmentView: {
            allowed_actions: components["schemas"]["AppointmentAction"][];
            /** @description ULID */
            appointment_id: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            arrived_at?: number;
            body: components["schemas"]["PartnerRow"];
            cancel_reason?: components["schemas"]["CancelReason"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            cancel_until?: number;
            cancelled_by?: components["schemas"]["ActingAs"];
            code?: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            confirmed_at?: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            created_at: number;
            door: components["schemas"]["Door"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            ended_at?: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            ends_at: number;
            /** @description ULID */
            group_id: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            held_until?: number;
            kiosk?: components["schemas"]["KioskCard"];
            /** Format: int32 */
            minutes: number;
            motives: components["schemas"]["MotiveCard"][];
            /** @description ULID */
            moved_to?: string;
            /** Format: int64 */
            revision: number;
            site?: components["schemas"]["SlotPlace"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            starts_at: number;
            state: components["schemas"]["AppointmentState"];
            /** @description ULID */
            supply_id: string;
            visitor: components["schemas"]["Visitor"];
        };
        /** Arrival */
        Arrival: {
            appointment: components["schemas"]["AppointmentView"];
            ticket?: components["schemas"]["TicketView"];
        };
        /** ArrivalForm */
        ArrivalForm: {
            /** @description ULID */
            kiosk_id?: string;
            /** Format: int32 */
            number?: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            occurred_at?: number;
            /** @description ULID */
            ticket_id: string;
        };
        /** AuditEntry */
        AuditEntry: {
            act: string;
            actor: string;
            detail: string;
            /** Format: int64 */
            number: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            occurred_at: number;
            subject: string;
        };
        /** AuditPage */
        AuditPage: {
            entries: components["schemas"]["AuditEntry"][];
            /** Format: int64 */
            first_broken?: number;
            /** Format: int64 */
            total: number;
        };
        /** AutoCrop */
        AutoCrop: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "auto_crop";
        };
        /**
         * Availability
         * @enum {string}
         */
        Availability: "available" | "pause" | "closed";
        /**
         * BellState
         * @enum {string}
         */
        BellState: "silent" | "ringing" | "answered";
        /** BlackAndWhite */
        BlackAndWhite: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "black_and_white";
        };
        /** BodyClosure */
        BodyClosure: {
            /** @description ULID */
            closure_id: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            from: number;
            /** @description ULID */
            group_id?: string;
            /** @description ULID */
            network_id: string;
            /** @description ULID */
            partner_id: string;
            reason: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            to: number;
        };
        /** BodyClosureForm */
        BodyClosureForm: {
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            from: number;
            /** @description ULID */
            group_id?: string;
            /** @description ULID */
            partner_id: string;
            reason: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            to: number;
        };
        /** BodyClosureList */
        BodyClosureList: {
            closures: components["schemas"]["BodyClosure"][];
            time_zone: string;
        };
        /** BookedDay */
        BookedDay: {
            /** Format: int32 */
            appointments: number;
            /** Format: date */
            day: string;
            /** Format: int32 */
            minutes: number;
            /** Format: int32 */
            missed: number;
            /** @description ULID */
            site_id?: string;
            /** @description ULID */
            supply_id: string;
        };
        /** BookingForm */
        BookingForm: {
            code?: string;
            door: components["schemas"]["Door"];
            if_taken?: components["schemas"]["IfTaken"];
            motives: string[];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            occurred_at?: number;
            /** @description ULID */
            site_id?: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            starts_at: number;
            /** @description ULID */
            supply_id: string;
            visitor?: components["schemas"]["VisitorForm"];
        };
        /** CalendarChange */
        CalendarChange: {
            closure?: components["schemas"]["PlaceClosureForm"];
            day?: components["schemas"]["DayChange"];
            hours?: components["schemas"]["SiteHours"];
            season?: components["schemas"]["SeasonView"];
        };
        /** CalendarFeed */
        CalendarFeed: {
            /** @description ULID */
            account_id?: string;
            /** @description ULID */
            feed_id: string;
            /** @description ULID */
            group_id?: string;
            language: components["schemas"]["Language"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            made_at: number;
            name: string;
            /** @description ULID */
            partner_id?: string;
            /** @description ULID */
            site_id?: string;
        };
        /** CalendarFeedList */
        CalendarFeedList: {
            feeds: components["schemas"]["CalendarFeed"][];
        };
        /** CalendarView */
        CalendarView: {
            allowed_actions: string[];
            closures: components["schemas"]["PlaceClosure"][];
            exceptions: components["schemas"]["DayException"][];
            holidays: components["schemas"]["PublicHoliday"][];
            kiosks: components["schemas"]["OpenKiosk"][];
            label: components["schemas"]["LabelHours"];
            open: components["schemas"]["OpenSpan"][];
            region: components["schemas"]["HolidayRegion"];
            seasons: components["schemas"]["SeasonView"][];
            /** @description ULID */
            site_id: string;
            time_zone: string;
            week: components["schemas"]["OpeningPeriod"][];
        };
        /** Caller */
        Caller: {
            /** @description ULID */
            account_id: string;
            language: string;
            memberships: components["schemas"]["Membership"][];
            name: string;
        };
        /** CallNext */
        CallNext: {
            /** @description ULID */
            call_id: string;
            /** @description ULID */
            interview_id?: string;
        };
        /** CancelForm */
        CancelForm: {
            reason: components["schemas"]["CancelReason"];
        };
        /**
         * CancelReason
         * @enum {string}
         */
        CancelReason: "no_longer_needed" | "citizen_prevented" | "adviser_prevented" | "site_closed" | "breakdown" | "mistake" | "hold_given_up" | "hold_expired";
        /**
         * CheckOutcome
         * @enum {string}
         */
        CheckOutcome: "passed" | "warning" | "failed";
        /** ClosedSite */
        ClosedSite: {
            message: string;
            name: string;
            /** @description ULID */
            site_id: string;
        };
        /** CloseLine */
        CloseLine: {
            /** @description ULID */
            closing_id: string;
            message: string;
            /** @description ULID */
            site_id?: string;
        };
        /** CodeForm */
        CodeForm: {
            code: string;
        };
        /** CodeMoveForm */
        CodeMoveForm: {
            /** @description ULID */
            appointment_id: string;
            code: string;
            door: components["schemas"]["Door"];
            /** @description ULID */
            site_id?: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            starts_at: number;
            /** @description ULID */
            supply_id: string;
            telephone?: string;
        };
        /** CodeRefusal */
        CodeRefusal: {
            code: string;
            stays: boolean;
        };
        /**
         * Colour
         * @enum {string}
         */
        Colour: "grey" | "colour";
        /** ComingDay */
        ComingDay: {
            /** Format: date */
            day: string;
            hours: components["schemas"]["DayPeriod"][];
            reason?: components["schemas"]["PlainWords"];
        };
        /** ConfirmForm */
        ConfirmForm: {
            visitor: components["schemas"]["VisitorForm"];
        };
        /** Crop */
        Crop: {
            height: number;
            left: number;
            top: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "crop";
            width: number;
        };
        /** DayChange */
        DayChange: {
            /** Format: date */
            day: string;
            exception: components["schemas"]["ExceptionForm"];
        };
        /** DayException */
        DayException: {
            /** Format: date */
            day: string;
            hours: components["schemas"]["DayPeriod"][];
            reason: string;
        };
        /** DayPeriod */
        DayPeriod: {
            /** Format: int32 */
            from_minute: number;
            /** Format: int32 */
            to_minute: number;
        };
        /**
         * Decision
         * @enum {string}
         */
        Decision: "send" | "keep";
        /** DeliveryList */
        DeliveryList: {
            deliveries: components["schemas"]["DeliveryView"][];
        };
        /**
         * DeliveryState
         * @enum {string}
         */
        DeliveryState: "waiting" | "delivered" | "given_up";
        /** DeliveryView */
        DeliveryView: {
            /** @description ULID */
            appointment_id: string;
            /** Format: int32 */
            attempts: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            ended_at?: number;
            event: components["schemas"]["AppointmentEventKind"];
            explanation: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            next_at?: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            occurred_at: number;
            problem?: string;
            state: components["schemas"]["DeliveryState"];
        };
        /** Deskew */
        Deskew: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "deskew";
        };
        /** Destinations */
        Destinations: {
            destinations: components["schemas"]["DestinationView"][];
        };
        /** DestinationView */
        DestinationView: {
            closed_with?: string;
            offer: components["schemas"]["OfferEntry"];
            /** Format: int32 */
            on_duty: number;
            subject_label: components["schemas"]["PlainWords"];
            /** Format: int32 */
            waiting: number;
        };
        /**
         * DeviceCondition
         * @enum {string}
         */
        DeviceCondition: "ready" | "busy" | "attention" | "absent" | "unknown";
        /**
         * DeviceReason
         * @enum {string}
         */
        DeviceReason: "paper_out" | "paper_jam" | "cover_open" | "feeder_empty" | "toner_low" | "toner_empty" | "offline" | "stopped" | "not_accepting" | "access_denied" | "hung" | "crashed" | "io_error" | "no_memory" | "unsupported" | "not_configured" | "service_unreachable";
        /** DeviceReport */
        DeviceReport: {
            camera?: components["schemas"]["DeviceState"];
            loudspeaker?: components["schemas"]["DeviceState"];
            microphone?: components["schemas"]["DeviceState"];
            printer: components["schemas"]["DeviceState"];
            scanner: components["schemas"]["DeviceState"];
        };
        /** DeviceState */
        DeviceState: {
            detail: string;
            model: string;
            reasons: components["schemas"]["DeviceReason"][];
            state: components["schemas"]["DeviceCondition"];
        };
        /** DisplacedList */
        DisplacedList: {
            appointments: components["schemas"]["DisplacedView"][];
            time_zone: string;
        };
        /** DisplacedView */
        DisplacedView: {
            /** @description ULID */
            appointment_id: string;
            can_be_told: boolean;
            code: string;
            door: components["schemas"]["Door"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            ends_at: number;
            /** @description ULID */
            group_id: string;
            motives: string[];
            /** @description ULID */
            partner_id: string;
            reason: components["schemas"]["Misfit"];
            site: string;
            /** @description ULID */
            site_id?: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            starts_at: number;
            /** @description ULID */
            supply_id: string;
        };
        /**
         * Door
         * @enum {string}
         */
        Door: "kiosk" | "home" | "telephone" | "on_site";
        /**
         * EndReason
         * @enum {string}
         */
        EndReason: "finished" | "citizen_left" | "withdrawn" | "declined" | "no_answer" | "adviser_left" | "kiosk_lost" | "revoked";
        /** ExceptionForm */
        ExceptionForm: {
            hours: components["schemas"]["DayPeriod"][];
            reason: string;
        };
        /** FailingMessage */
        FailingMessage: {
            /** @description ULID */
            appointment_id: string;
            /** Format: int32 */
            attempts: number;
            channel: components["schemas"]["MessageChannel"];
            explanation: string;
            kind: components["schemas"]["MessageKind"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            next_at?: number;
            problem: string;
            recipient: string;
            /** @description ULID */
            site_id?: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            starts_at: number;
            state: components["schemas"]["MessageState"];
        };
        /** FromAdviser */
        FromAdviser: components["schemas"]["FromAdviserSetAvailability"] | components["schemas"]["FromAdviserAcceptRing"] | components["schemas"]["FromAdviserCallKiosk"] | components["schemas"]["FromAdviserCancelCall"] | components["schemas"]["FromAdviserEndInterview"] | components["schemas"]["FromKioskSignal"] | components["schemas"]["FromAdviserMediaConnected"];
        /** FromAdviserAcceptRing */
        FromAdviserAcceptRing: {
            /** @description ULID */
            interview_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "accept_ring";
        };
        /** FromAdviserCallKiosk */
        FromAdviserCallKiosk: {
            /** @description ULID */
            interview_id: string;
            /** @description ULID */
            kiosk_id: string;
            /** @description ULID */
            offer_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "call_kiosk";
        };
        /** FromAdviserCancelCall */
        FromAdviserCancelCall: {
            /** @description ULID */
            interview_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "cancel_call";
        };
        /** FromAdviserEndInterview */
        FromAdviserEndInterview: {
            /** @description ULID */
            interview_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "end_interview";
            /** Format: int64 */
            waited_ms?: number;
        };
        /** FromAdviserMediaConnected */
        FromAdviserMediaConnected: {
            /** @description ULID */
            interview_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "media_connected";
        };
        /** FromAdviserSetAvailability */
        FromAdviserSetAvailability: {
            availability: components["schemas"]["Availability"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "set_availability";
        };
        /** FromDesk */
        FromDesk: components["schemas"]["FromDeskConnectKiosk"] | components["schemas"]["FromDeskCancelRing"] | components["schemas"]["FromDeskAnswerCall"] | components["schemas"]["FromDeskAnswerBell"];
        /** FromDeskAnswerBell */
        FromDeskAnswerBell: {
            /** @description ULID */
            kiosk_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "answer_bell";
        };
        /** FromDeskAnswerCall */
        FromDeskAnswerCall: {
            /** @description ULID */
            interview_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "answer_call";
        };
        /** FromDeskCancelRing */
        FromDeskCancelRing: {
            /** @description ULID */
            interview_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "cancel_ring";
        };
        /** FromDeskConnectKiosk */
        FromDeskConnectKiosk: {
            /** @description ULID */
            interview_id: string;
            /** @description ULID */
            kiosk_id: string;
            language: string;
            /** @description ULID */
            offer_id: string;
            subject: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "connect_kiosk";
        };
        /** FromHome */
        FromHome: components["schemas"]["FromKioskWithdraw"] | components["schemas"]["FromKioskAnswer"] | components["schemas"]["FromKioskLeave"] | components["schemas"]["FromKioskSignal"] | components["schemas"]["FromKioskRecords"];
        /** FromKiosk */
        FromKiosk: components["schemas"]["FromKioskRing"] | components["schemas"]["FromKioskWithdraw"] | components["schemas"]["FromKioskAnswer"] | components["schemas"]["FromKioskLeave"] | components["schemas"]["FromKioskSignal"] | components["schemas"]["FromKioskBell"] | components["schemas"]["FromKioskDevices"] | components["schemas"]["FromKioskSelfTested"] | components["schemas"]["FromKioskRecords"];
        /** FromKioskAnswer */
        FromKioskAnswer: {
            /** @description ULID */
            interview_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "answer";
        };
        /** FromKioskBell */
        FromKioskBell: {
            ringing: boolean;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "bell";
        };
        /** FromKioskDevices */
        FromKioskDevices: {
            report: components["schemas"]["DeviceReport"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "devices";
        };
        /** FromKioskLeave */
        FromKioskLeave: {
            end_reason?: components["schemas"]["EndReason"];
            /** @description ULID */
            interview_id: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            left_at?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leave";
        };
        /** FromKioskRecords */
        FromKioskRecords: {
            records: components["schemas"]["KioskRecord"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "records";
        };
        /** FromKioskRing */
        FromKioskRing: {
            /** @description ULID */
            interview_id: string;
            language: string;
            /** @description ULID */
            offer_id: string;
            subject: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ring";
        };
        /** FromKioskSelfTested */
        FromKioskSelfTested: {
            report: components["schemas"]["SelfTestReport"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "self_tested";
        };
        /** FromKioskSignal */
        FromKioskSignal: {
            /** @description ULID */
            interview_id: string;
            payload: Record<string, never>;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "signal";
        };
        /** FromKioskWithdraw */
        FromKioskWithdraw: {
            /** @description ULID */
            interview_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "withdraw";
        };
        /** FromPage */
        FromPage: components["schemas"]["FromKioskRing"] | components["schemas"]["FromKioskWithdraw"] | components["schemas"]["FromKioskAnswer"] | components["schemas"]["FromKioskLeave"] | components["schemas"]["FromKioskSignal"] | components["schemas"]["FromKioskBell"] | components["schemas"]["FromPagePageDevices"] | components["schemas"]["FromPageScan"] | components["schemas"]["FromPageCancelScan"] | components["schemas"]["FromPageDecidePage"] | components["schemas"]["FromPageRetouch"] | components["schemas"]["FromPageAssemble"] | components["schemas"]["FromPageDropPaper"] | components["schemas"]["FromPageShowPaper"] | components["schemas"]["FromPagePrint"] | components["schemas"]["FromPageCancelPrint"] | components["schemas"]["FromPageWipe"] | components["schemas"]["FromPageRunSelfTest"];
        /** FromPageAssemble */
        FromPageAssemble: {
            black_and_white: boolean;
            /** @description ULID */
            command_id: string;
            grant: string;
            paper_ids: string[];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "assemble";
        };
        /** FromPageCancelPrint */
        FromPageCancelPrint: {
            /** @description ULID */
            command_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "cancel_print";
        };
        /** FromPageCancelScan */
        FromPageCancelScan: {
            /** @description ULID */
            command_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "cancel_scan";
        };
        /** FromPageDecidePage */
        FromPageDecidePage: {
            decision: components["schemas"]["Decision"];
            /** @description ULID */
            paper_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "decide_page";
        };
        /** FromPageDropPaper */
        FromPageDropPaper: {
            /** @description ULID */
            paper_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "drop_paper";
        };
        /** FromPagePageDevices */
        FromPagePageDevices: {
            camera: components["schemas"]["DeviceState"];
            loudspeaker: components["schemas"]["DeviceState"];
            microphone: components["schemas"]["DeviceState"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "page_devices";
        };
        /** FromPagePrint */
        FromPagePrint: {
            agreed: boolean;
            /** @description ULID */
            command_id: string;
            grant: string;
            options: components["schemas"]["PrintOptions"];
            /** @description ULID */
            paper_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "print";
        };
        /** FromPageRetouch */
        FromPageRetouch: {
            /** @description ULID */
            command_id: string;
            grant: string;
            operation: components["schemas"]["Rotate"] | components["schemas"]["Crop"] | components["schemas"]["Deskew"] | components["schemas"]["AutoCrop"] | components["schemas"]["BlackAndWhite"];
            /** @description ULID */
            paper_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "retouch";
        };
        /** FromPageRunSelfTest */
        FromPageRunSelfTest: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "run_self_test";
        };
        /** FromPageScan */
        FromPageScan: {
            /** @description ULID */
            command_id: string;
            grant: string;
            options: components["schemas"]["ScanOptions"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "scan";
        };
        /** FromPageShowPaper */
        FromPageShowPaper: {
            /** @description ULID */
            command_id: string;
            grant: string;
            /** @description ULID */
            paper_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "show_paper";
        };
        /** FromPageWipe */
        FromPageWipe: {
            /** @description ULID */
            interview_id?: string;
            /** Format: int64 */
            page_papers: number;
            reason: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "wipe";
        };
        /** GroupRow */
        GroupRow: {
            /** @description ULID */
            group_id: string;
            name: string;
            /** @description ULID */
            partner_id: string;
        };
        /**
         * Guidance
         * @enum {string}
         */
        Guidance: "solved_here" | "in_person";
        /** HandedOn */
        HandedOn: {
            acronym: string;
            name: string;
        };
        /**
         * HeldUp
         * @enum {string}
         */
        HeldUp: "kiosk_taken" | "kiosk_kept" | "kiosk_offline" | "no_kiosk";
        /**
         * HolidayRegion
         * @enum {string}
         */
        HolidayRegion: "metropole" | "alsace_moselle" | "alsace_moselle_good_friday" | "guadeloupe" | "guyane" | "la_reunion" | "martinique" | "mayotte" | "saint_barthelemy" | "saint_martin";
        /** HomeArrivalForm */
        HomeArrivalForm: {
            code: string;
            /** @description ULID */
            ticket_id: string;
        };
        /** HomeVisit */
        HomeVisit: {
            appointment: components["schemas"]["PublicAppointment"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            closes_at: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            opens_at: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            server_time: number;
            wait?: components["schemas"]["HomeWait"];
        };
        /** HomeWait */
        HomeWait: {
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            expected_at?: number;
            message: string;
            /** Format: int32 */
            position?: number;
            state: components["schemas"]["TicketState"];
            wait?: components["schemas"]["WaitEstimate"];
        };
        /** IceServer */
        IceServer: {
            credential?: string;
            urls: string[];
            username?: string;
        };
        /**
         * IfTaken
         * @enum {string}
         */
        IfTaken: "refuse" | "keep_as_request";
        /** InterviewList */
        InterviewList: {
            interviews: components["schemas"]["InterviewReading"][];
        };
        /** InterviewReading */
        InterviewReading: {
            allowed_actions: string[];
            interview: components["schemas"]["AdviserInterview"];
            outcome?: components["schemas"]["Outcome"];
            subjects: components["schemas"]["SubjectRow"][];
        };
        /**
         * InterviewState
         * @enum {string}
         */
        InterviewState: "ringing" | "calling" | "running" | "ended";
        /**
         * KioskActivity
         * @enum {string}
         */
        KioskActivity: "offline" | "free" | "ringing" | "calling" | "in_interview";
        /** KioskCard */
        KioskCard: {
            /** @description ULID */
            kiosk_id: string;
            name: string;
            room: string;
        };
        /** KioskInterview */
        KioskInterview: {
            adviser_name?: string;
            /** Format: int64 */
            ahead?: number;
            code?: string;
            end_reason?: components["schemas"]["EndReason"];
            ice_servers: components["schemas"]["IceServer"][];
            /** @description ULID */
            interview_id: string;
            partner: components["schemas"]["PartnerCard"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            requested_at: number;
            state: components["schemas"]["InterviewState"];
            subject: string;
            subject_label: components["schemas"]["PlainWords"];
            way_in: components["schemas"]["WayIn"];
        };
        /** KioskLineClosed */
        KioskLineClosed: {
            acronym: string;
            message: string;
            /** @description ULID */
            partner_id?: string;
        };
        /** KioskPreparation */
        KioskPreparation: {
            /** @description ULID */
            kiosk_id: string;
            /** Format: int32 */
            preparation_minutes: number;
        };
        /** KioskQueue */
        KioskQueue: {
            closed: components["schemas"]["KioskLineClosed"][];
            turn?: components["schemas"]["KioskTurn"];
            waits: components["schemas"]["KioskWait"][];
        };
        /** KioskRecord */
        KioskRecord: {
            counts?: components["schemas"]["WipeCounts"];
            /** @description ULID */
            interview_id?: string;
            kind: components["schemas"]["RecordKind"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            occurred_at: number;
            /** @description ULID */
            record_id: string;
            wipe_reason?: string;
        };
        /** KioskRow */
        KioskRow: {
            /** @description ULID */
            kiosk_id: string;
            name: string;
            paired: boolean;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            paired_at?: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            revoked_at?: number;
            room: string;
            self_test?: components["schemas"]["SelfTestResult"];
            /** @description ULID */
            site_id: string;
        };
        /** KioskTurn */
        KioskTurn: {
            acronym: string;
            /** Format: int32 */
            calls: number;
            /** Format: int32 */
            number: number;
            /** @description ULID */
            partner_id?: string;
        };
        /** KioskView */
        KioskView: {
            activity: components["schemas"]["KioskActivity"];
            bell: components["schemas"]["BellState"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            bell_since?: number;
            devices: components["schemas"]["DeviceReport"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            devices_at?: number;
            /** @description ULID */
            interview_id?: string;
            /** @description ULID */
            kiosk_id: string;
            name: string;
            offers: components["schemas"]["OfferEntry"][];
            partner_acronym?: string;
            room: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            since: number;
            /** @description ULID */
            site_id: string;
            site_name: string;
        };
        /** KioskWait */
        KioskWait: {
            acronym: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            back_at?: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            expected_at?: number;
            /** Format: int32 */
            from_minutes?: number;
            nobody_there: boolean;
            /** Format: int32 */
            number: number;
            /** Format: int32 */
            position?: number;
            promised: boolean;
            /** Format: int32 */
            to_minutes?: number;
        };
        /** LabelHours */
        LabelHours: {
            /** Format: int32 */
            days: number;
            enough: boolean;
            /** Format: int32 */
            minutes_a_week: number;
        };
        /**
         * Language
         * @enum {string}
         */
        Language: "fr" | "en";
        /** Leg */
        Leg: {
            /** Format: int32 */
            from_minute: number;
            sites: string[];
            /** Format: int32 */
            to_minute: number;
        };
        /** LineClosed */
        LineClosed: {
            /** Format: int32 */
            told: number;
        };
        /** LineView */
        LineView: {
            acronym: string;
            closed_sites: components["schemas"]["ClosedSite"][];
            closed_with?: string;
            /** @description ULID */
            group_id: string;
            /** Format: int32 */
            on_duty: number;
            /** Format: int32 */
            receivable: number;
            tickets: components["schemas"]["TicketView"][];
            /** Format: int32 */
            waiting: number;
        };
        /** MadeCalendarFeed */
        MadeCalendarFeed: {
            feed: components["schemas"]["CalendarFeed"];
            path: string;
        };
        /** MadeWebhook */
        MadeWebhook: {
            secret: string;
            /** @description ULID */
            webhook_id: string;
        };
        /** MakeCalendarFeed */
        MakeCalendarFeed: {
            /** @description ULID */
            account_id?: string;
            /** @description ULID */
            group_id?: string;
            language: components["schemas"]["Language"];
            name: string;
            /** @description ULID */
            partner_id?: string;
            /** @description ULID */
            site_id?: string;
        };
        /** MakeWall */
        MakeWall: {
            name: string;
            /** @description ULID */
            site_id: string;
        };
        /** MakeWebhook */
        MakeWebhook: {
            /** @description ULID */
            partner_id?: string;
            url: string;
        };
        /** Membership */
        Membership: {
            /** @description ULID */
            network_id: string;
            /** @description ULID */
            partner_id?: string;
            role: components["schemas"]["Role"];
            /** @description ULID */
            site_id?: string;
        };
        /**
         * MessageChannel
         * @enum {string}
         */
        MessageChannel: "email" | "text_message";
        /**
         * MessageKind
         * @enum {string}
         */
        MessageKind: "confirmed" | "moved" | "cancelled" | "two_days_before" | "same_morning" | "offered";
        /** MessageReport */
        MessageReport: {
            email_offered: boolean;
            failing: components["schemas"]["FailingMessage"][];
            /** Format: int64 */
            given_up: number;
            /** Format: int64 */
            late: number;
            /** Format: int64 */
            sent: number;
            text_messages_offered: boolean;
            /** Format: int64 */
            waiting: number;
        };
        /**
         * MessageState
         * @enum {string}
         */
        MessageState: "waiting" | "sending" | "sent" | "dropped" | "given_up";
        /**
         * Misfit
         * @enum {string}
         */
        Misfit: "nobody_on_duty" | "not_at_site" | "too_few_advisers" | "site_closed" | "kiosk_closed";
        /**
         * Modality
         * @enum {string}
         */
        Modality: "appointment" | "time_window" | "half_day_session";
        /** Motive */
        Motive: {
            acronym: string;
            /** Format: int32 */
            cancellation_limit_minutes: number;
            communes: string[];
            /** Format: int32 */
            duration_minutes: number;
            label: components["schemas"]["PlainWords"];
            modalities: components["schemas"]["Modality"][];
            /** @description ULID */
            motive_id: string;
            /** @description ULID */
            network_id: string;
            /** Format: int32 */
            notice_least_minutes: number;
            /** Format: int32 */
            notice_most_days: number;
            papers: components["schemas"]["PlainWords"][];
            /** @description ULID */
            partner_id: string;
            subject: string;
        };
        /** MotiveCard */
        MotiveCard: {
            acronym: string;
            communes: string[];
            /** Format: int32 */
            duration_minutes: number;
            label: components["schemas"]["PlainWords"];
            /** @description ULID */
            motive_id: string;
            papers: components["schemas"]["PlainWords"][];
            /** @description ULID */
            partner_id: string;
            subject: string;
        };
        /** MotiveForm */
        MotiveForm: {
            acronym: string;
            /** Format: int32 */
            cancellation_limit_minutes: number;
            communes: string[];
            /** Format: int32 */
            duration_minutes: number;
            label: components["schemas"]["PlainWords"];
            modalities: components["schemas"]["Modality"][];
            /** Format: int32 */
            notice_least_minutes: number;
            /** Format: int32 */
            notice_most_days: number;
            papers: components["schemas"]["PlainWords"][];
            /** @description ULID */
            partner_id: string;
            subject: string;
        };
        /** MotiveList */
        MotiveList: {
            motives: components["schemas"]["MotiveView"][];
        };
        /** MotiveView */
        MotiveView: {
            allowed_actions: string[];
            motive: components["schemas"]["Motive"];
        };
        /** MoveForm */
        MoveForm: {
            /** @description ULID */
            appointment_id: string;
            door: components["schemas"]["Door"];
            /** @description ULID */
            site_id?: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            starts_at: number;
            /** @description ULID */
            supply_id: string;
            telephone?: string;
        };
        /** NamedMessage */
        NamedMessage: {
            /** @description ULID */
            appointment_id: string;
            channel: components["schemas"]["MessageChannel"];
            kind: components["schemas"]["MessageKind"];
        };
        /** NearbyWindowView */
        NearbyWindowView: {
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            from: number;
            /** Format: int32 */
            metres: number;
            site: components["schemas"]["SlotPlace"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            to: number;
        };
        /** NetworkFeed */
        NetworkFeed: {
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            made_at: number;
            network: components["schemas"]["PublicNetwork"];
            sessions: components["schemas"]["Session"][];
        };
        /** NetworkOverview */
        NetworkOverview: {
            networks: components["schemas"]["NetworkView"][];
        };
        /** NetworkView */
        NetworkView: {
            groups: components["schemas"]["GroupRow"][];
            is_demo: boolean;
            kiosks: components["schemas"]["KioskRow"][];
            name: string;
            /** @description ULID */
            network_id: string;
            partners: components["schemas"]["PartnerRow"][];
            sites: components["schemas"]["SiteRow"][];
            subjects: components["schemas"]["SubjectRow"][];
        };
        /** NewAccount */
        NewAccount: {
            email: string;
            group_ids: string[];
            language: string;
            name: string;
            /** @description ULID */
            network_id: string;
            /** @description ULID */
            partner_id?: string;
            password: string;
            role: components["schemas"]["Role"];
            /** @description ULID */
            site_id?: string;
        };
        /** NextStep */
        NextStep: {
            by_date?: string;
            what: string;
            who: string;
        };
        /** NextTicket */
        NextTicket: {
            /** @description ULID */
            accepted_ring?: string;
            ticket?: components["schemas"]["TicketView"];
        };
        /**
         * NoEstimate
         * @enum {string}
         */
        NoEstimate: "too_few_measurements" | "nobody_on_duty" | "kiosk_offline";
        /**
         * NotInstead
         * @enum {string}
         */
        NotInstead: "on_duty" | "absent" | "other_group" | "nobody_missing";
        /** OfferEntry */
        OfferEntry: {
            acronym: string;
            /** @description ULID */
            offer_id: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            opens_at?: number;
            /** @description ULID */
            partner_id: string;
            partner_name: components["schemas"]["PlainWords"];
            state: components["schemas"]["OfferState"];
        };
        /** OfferRefusal */
        OfferRefusal: {
            stays: boolean;
        };
        /**
         * OfferState
         * @enum {string}
         */
        OfferState: "open" | "nobody_there" | "closed";
        /** OfferView */
        OfferView: {
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            answer_until: number;
            /** @description ULID */
            appointment_id: string;
            by_screen: boolean;
            door: components["schemas"]["Door"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            ends_at: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            starts_at: number;
        };
        /** Opening */
        Opening: {
            /** Format: int32 */
            advisers: number;
            /** Format: date */
            day: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            from: number;
            /** Format: int32 */
            leg: number;
            sites: string[];
            /** Format: int32 */
            slot_minutes: number;
            /** @description ULID */
            supply_id: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            to: number;
            /** Format: int32 */
            walk_in_percent: number;
        };
        /** OpeningPeriod */
        OpeningPeriod: {
            /** Format: int32 */
            from_minute: number;
            /** Format: int32 */
            to_minute: number;
            /** Format: int32 */
            weekday: number;
        };
        /** OpenKiosk */
        OpenKiosk: {
            /** @description ULID */
            kiosk_id: string;
            open: components["schemas"]["OpenSpan"][];
            /** Format: int32 */
            preparation_minutes: number;
            /** @description ULID */
            room_id: string;
        };
        /** OpenSpan */
        OpenSpan: {
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            from: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            to: number;
        };
        /** Outcome */
        Outcome: {
            code: string;
            form: components["schemas"]["OutcomeForm"];
            /** @description ULID */
            interview_id: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            occurred_at: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            recorded_at: number;
        };
        /** OutcomeForm */
        OutcomeForm: {
            done: string[];
            next_steps: components["schemas"]["NextStep"][];
            outcome: components["schemas"]["OutcomeKind"];
            /** @description ULID */
            outcome_id?: string;
            /** Format: int32 */
            pages_printed: number;
            /** Format: int32 */
            pages_received: number;
            subject: string;
            /** Format: int64 */
            waited_ms?: number;
        };
        /**
         * OutcomeKind
         * @enum {string}
         */
        OutcomeKind: "solved" | "partly" | "follow_up" | "sent_to_meeting" | "technical_failure";
        /** OwnDuties */
        OwnDuties: {
            duties: components["schemas"]["OwnDuty"][];
            time_zone: string;
        };
        /** OwnDuty */
        OwnDuty: {
            /** Format: date */
            day: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            from: number;
            instead: boolean;
            instead_of: string[];
            modality: components["schemas"]["Modality"];
            on_site: boolean;
            places: string[];
            sites: string[];
            /** @description ULID */
            supply_id: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            to: number;
        };
        /** PairedKiosk */
        PairedKiosk: {
            /** @description ULID */
            kiosk_id: string;
            kiosk_name: string;
            site_name: string;
        };
        /** Pairing */
        Pairing: {
            code: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            expires_at: number;
            /** @description ULID */
            pairing_id: string;
        };
        /** PairingClaim */
        PairingClaim: {
            code: string;
            /** @description ULID */
            kiosk_id: string;
        };
        /** PairingDisplay */
        PairingDisplay: {
            code: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            expires_at: number;
        };
        /** PairingProof */
        PairingProof: {
            signature: string;
        };
        /** PairingRequest */
        PairingRequest: {
            public_key: string;
        };
        /**
         * PairingState
         * @enum {string}
         */
        PairingState: "waiting" | "paired" | "expired";
        /** PairingStatus */
        PairingStatus: {
            /** @description ULID */
            kiosk_id?: string;
            server_public_key?: string;
            state: components["schemas"]["PairingState"];
        };
        /** Paper */
        Paper: {
            /** Format: int64 */
            bytes: number;
            /** Format: int32 */
            height?: number;
            media_type: string;
            /** Format: int32 */
            page_number?: number;
            /** @description ULID */
            paper_id: string;
            /** Format: int32 */
            resolution?: number;
            state: components["schemas"]["PaperState"];
            /** Format: int32 */
            width?: number;
        };
        /**
         * PaperState
         * @enum {string}
         */
        PaperState: "waiting" | "agreed" | "kept";
        /**
         * ParkReason
         * @enum {string}
         */
        ParkReason: "form" | "papers" | "no_answer";
        /** PartnerCard */
        PartnerCard: {
            acronym: string;
            name: components["schemas"]["PlainWords"];
        };
        /** PartnerRow */
        PartnerRow: {
            acronym: string;
            name: components["schemas"]["PlainWords"];
            /** @description ULID */
            partner_id: string;
        };
        /** PauseWebhook */
        PauseWebhook: {
            paused: boolean;
        };
        /** PlaceClosure */
        PlaceClosure: {
            /** @description ULID */
            closure_id: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            from: number;
            /** @description ULID */
            kiosk_id?: string;
            reason: string;
            /** @description ULID */
            room_id?: string;
            /** @description ULID */
            site_id: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            to: number;
        };
        /** PlaceClosureForm */
        PlaceClosureForm: {
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            from: number;
            /** @description ULID */
            kiosk_id?: string;
            reason: string;
            /** @description ULID */
            room_id?: string;
            /** @description ULID */
            site_id: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            to: number;
        };
        /** PlaceList */
        PlaceList: {
            places: components["schemas"]["PlaceView"][];
        };
        /** PlaceToCome */
        PlaceToCome: {
            address: string;
            commune: string;
            name: string;
            room?: string;
            /** @description ULID */
            site_id: string;
            telephone: string;
        };
        /** PlaceView */
        PlaceView: {
            code: string;
            departement: string;
            is_rough: boolean;
            /** Format: int64 */
            latitude_microdegrees: number;
            /** Format: int64 */
            longitude_microdegrees: number;
            name: string;
            part_of?: string;
            postcodes: string[];
        };
        /** PlainWords */
        PlainWords: {
            en: string;
            fr: string;
        };
        /** Plan */
        Plan: {
            booked: components["schemas"]["BookedDay"][];
            closures: components["schemas"]["BodyClosure"][];
            /** Format: date */
            from_day: string;
            holidays: components["schemas"]["RegionHolidays"][];
            openings: components["schemas"]["Opening"][];
            supplies: components["schemas"]["SupplyView"][];
            time_zone: string;
            /** Format: date */
            to_day: string;
        };
        /** PrintOptions */
        PrintOptions: {
            colour: components["schemas"]["Colour"];
            /** Format: int32 */
            copies: number;
            pages: string;
            sides: components["schemas"]["Sides"];
        };
        /**
         * PrintState
         * @enum {string}
         */
        PrintState: "sending" | "waiting" | "printing" | "paper_out" | "jammed" | "cover_open" | "toner_low" | "printer_stopped" | "printer_offline" | "not_accepting" | "completed" | "cancelled" | "failed" | "unknown_outcome";
        /** Problem */
        Problem: {
            arguments?: {
                [key: string]: string;
            };
            code: string;
            detail: string;
            kind: string;
            pointer?: string;
            /** Format: int32 */
            status: number;
            title: string;
            type: string;
        };
        /** ProposalForm */
        ProposalForm: {
            motives: string[];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            not_before?: number;
            /** @description ULID */
            unmet_id: string;
        };
        /**
         * ProposalKind
         * @enum {string}
         */
        ProposalKind: "here" | "nearby" | "remote";
        /** ProposalsView */
        ProposalsView: {
            in_person?: components["schemas"]["ProposalView"];
            nearby_windows: components["schemas"]["NearbyWindowView"][];
            proposals: components["schemas"]["ProposalView"][];
            time_zone: string;
            unmet?: components["schemas"]["UnmetReason"];
            windows: components["schemas"]["OpenSpan"][];
        };
        /** ProposalView */
        ProposalView: {
            doors: components["schemas"]["Door"][];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            ends_at: number;
            kind: components["schemas"]["ProposalKind"];
            /** Format: int32 */
            metres: number;
            site?: components["schemas"]["SlotPlace"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            starts_at: number;
            /** @description ULID */
            supply_id: string;
        };
        /** PublicAppointment */
        PublicAppointment: {
            allowed_actions: components["schemas"]["AppointmentAction"][];
            /** @description ULID */
            appointment_id: string;
            body: components["schemas"]["PartnerRow"];
            by_screen: boolean;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            cancel_until?: number;
            code?: string;
            /** Format: date */
            day: string;
            door: components["schemas"]["Door"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            ends_at: number;
            first_name: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            held_until?: number;
            motives: components["schemas"]["MotiveCard"][];
            papers: components["schemas"]["PlainWords"][];
            place?: components["schemas"]["PlaceToCome"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            starts_at: number;
            state: components["schemas"]["AppointmentState"];
            time_zone: string;
        };
        /** PublicBookingForm */
        PublicBookingForm: {
            door: components["schemas"]["Door"];
            motives: string[];
            /** @description ULID */
            site_id?: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            starts_at: number;
            /** @description ULID */
            supply_id: string;
        };
        /** PublicHoliday */
        PublicHoliday: {
            /** Format: date */
            day: string;
            name: components["schemas"]["PlainWords"];
        };
        /** PublicNetwork */
        PublicNetwork: {
            bodies: components["schemas"]["PartnerRow"][];
            motives: components["schemas"]["MotiveCard"][];
            name: string;
            /** @description ULID */
            network_id: string;
            sites: components["schemas"]["PublicSite"][];
            subjects: components["schemas"]["PublicSubject"][];
            time_zone: string;
        };
        /** PublicNetworkName */
        PublicNetworkName: {
            is_demo: boolean;
            name: string;
            /** @description ULID */
            network_id: string;
        };
        /** PublicNetworks */
        PublicNetworks: {
            networks: components["schemas"]["PublicNetworkName"][];
        };
        /** PublicSite */
        PublicSite: {
            address: string;
            commune: string;
            days: components["schemas"]["ComingDay"][];
            hours: components["schemas"]["OpeningPeriod"][];
            /** Format: int64 */
            latitude_microdegrees?: number;
            /** Format: int64 */
            longitude_microdegrees?: number;
            name: string;
            /** @description ULID */
            site_id: string;
            telephone: string;
        };
        /** PublicSubject */
        PublicSubject: {
            label: components["schemas"]["PlainWords"];
            pictogram: string;
            subject: string;
        };
        /** PublicWaiting */
        PublicWaiting: {
            body: components["schemas"]["PartnerRow"];
            code: string;
            first_name: string;
            /** Format: date */
            from_day: string;
            motives: components["schemas"]["MotiveCard"][];
            offer?: components["schemas"]["OfferView"];
            papers: components["schemas"]["PlainWords"][];
            place: components["schemas"]["PlaceToCome"];
            state: components["schemas"]["WaitingState"];
            time_zone: string;
            /** Format: date */
            to_day: string;
        };
        /** QueueView */
        QueueView: {
            lines: components["schemas"]["LineView"][];
        };
        /**
         * RecordKind
         * @enum {string}
         */
        RecordKind: "page_sent" | "page_kept" | "print_agreed" | "print_refused" | "paper_received" | "wiped";
        /** Recurrence */
        Recurrence: {
            except: string[];
            /** Format: date */
            first_day: string;
            rule: string;
        };
        /** RefusalForm */
        RefusalForm: {
            motives: string[];
            /** @description ULID */
            site_id: string;
        };
        /** RegionHolidays */
        RegionHolidays: {
            holidays: components["schemas"]["PublicHoliday"][];
            region: components["schemas"]["HolidayRegion"];
        };
        /** ReplacedSession */
        ReplacedSession: {
            /** Format: date */
            day: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            from: number;
            refused?: components["schemas"]["NotInstead"];
            /** @description ULID */
            supply_id: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            to: number;
        };
        /** ReplacementForm */
        ReplacementForm: {
            /** @description ULID */
            account_id: string;
            /** Format: date */
            first_day: string;
            /** Format: date */
            last_day: string;
        };
        /** ReplacementView */
        ReplacementView: {
            sessions: components["schemas"]["ReplacedSession"][];
            time_zone: string;
        };
        /** RingView */
        RingView: {
            /** @description ULID */
            interview_id: string;
            kiosk_name: string;
            language: string;
            partner: components["schemas"]["PartnerCard"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            requested_at: number;
            site_name: string;
            subject: string;
            subject_label: components["schemas"]["PlainWords"];
            way_in: components["schemas"]["WayIn"];
        };
        /**
         * Role
         * @enum {string}
         */
        Role: "mediator" | "adviser" | "partner_manager" | "coordinator" | "technician" | "funder" | "administrator";
        /** Rota */
        Rota: {
            absences: components["schemas"]["AbsenceView"][];
            people: components["schemas"]["RotaPerson"][];
            sessions: components["schemas"]["RotaSession"][];
            time_zone: string;
        };
        /** RotaPerson */
        RotaPerson: {
            /** @description ULID */
            account_id: string;
            group_ids: string[];
            name: string;
            /** @description ULID */
            partner_id: string;
        };
        /** RotaSession */
        RotaSession: {
            absent: string[];
            /** Format: int32 */
            advisers: number;
            /** Format: date */
            day: string;
            free: string[];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            from: number;
            /** @description ULID */
            group_id: string;
            /** Format: int32 */
            missing: number;
            modality: components["schemas"]["Modality"];
            named: boolean;
            on_duty: string[];
            /** @description ULID */
            partner_id: string;
            regulars: string[];
            /** Format: int64 */
            revision: number;
            sites: string[];
            stand_ins: string[];
            /** @description ULID */
            supply_id: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            to: number;
        };
        /** Rotate */
        Rotate: {
            /** Format: int32 */
            degrees: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "rotate";
        };
        /** ScanOptions */
        ScanOptions: {
            colour: components["schemas"]["Colour"];
            /** Format: int32 */
            resolution: number;
            source: components["schemas"]["ScanSource"];
        };
        /**
         * ScanSource
         * @enum {string}
         */
        ScanSource: "flatbed" | "feeder" | "feeder_both_sides";
        /**
         * ScanStatus
         * @enum {string}
         */
        ScanStatus: "finished" | "cancelled" | "device_busy" | "jammed" | "no_documents" | "cover_open" | "io_error" | "no_memory" | "access_denied" | "unsupported" | "invalid" | "hung" | "crashed" | "device_lost";
        /** Season */
        Season: {
            /** Format: date */
            first_day: string;
            hours: components["schemas"]["OpeningPeriod"][];
            /** Format: date */
            last_day: string;
            name: string;
        };
        /** SeasonView */
        SeasonView: {
            season: components["schemas"]["Season"];
            /** @description ULID */
            season_id: string;
        };
        /** SelfTestCheck */
        SelfTestCheck: {
            detail: string;
            /** Format: int64 */
            duration_ms: number;
            name: string;
            outcome: components["schemas"]["CheckOutcome"];
            reasons: components["schemas"]["DeviceReason"][];
        };
        /** SelfTestOrder */
        SelfTestOrder: {
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            ordered_at: number;
        };
        /** SelfTestReport */
        SelfTestReport: {
            checks: components["schemas"]["SelfTestCheck"][];
        };
        /** SelfTestResult */
        SelfTestResult: {
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            finished_at: number;
            report: components["schemas"]["SelfTestReport"];
        };
        /** Session */
        Session: {
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            from: number;
            modality: components["schemas"]["Modality"];
            on_site: boolean;
            /** @description ULID */
            partner_id: string;
            /** @description ULID */
            site_id: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            to: number;
        };
        /**
         * Sides
         * @enum {string}
         */
        Sides: "one" | "long_edge" | "short_edge";
        /** SignInForm */
        SignInForm: {
            email: string;
            password: string;
        };
        /** SiteCard */
        SiteCard: {
            address: string;
            commune: string;
            hours: components["schemas"]["OpeningPeriod"][];
            name: string;
            /** @description ULID */
            site_id: string;
            telephone: string;
            time_zone: string;
        };
        /** SiteHours */
        SiteHours: {
            hours: components["schemas"]["OpeningPeriod"][];
            kiosks: components["schemas"]["KioskPreparation"][];
            region: components["schemas"]["HolidayRegion"];
        };
        /** SiteRow */
        SiteRow: {
            commune: string;
            name: string;
            /** @description ULID */
            site_id: string;
            territory: string;
        };
        /** SlotList */
        SlotList: {
            more: boolean;
            slots: components["schemas"]["SlotView"][];
            time_zone: string;
        };
        /** SlotPlace */
        SlotPlace: {
            commune: string;
            name: string;
            /** @description ULID */
            site_id: string;
        };
        /** SlotView */
        SlotView: {
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            ends_at: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            starts_at: number;
            /** @description ULID */
            supply_id: string;
        };
        /** SubjectRow */
        SubjectRow: {
            label: components["schemas"]["PlainWords"];
            subject: string;
        };
        /** SubjectTile */
        SubjectTile: {
            label: components["schemas"]["PlainWords"];
            offers: components["schemas"]["OfferEntry"][];
            pictogram: string;
            subject: string;
        };
        /** Supply */
        Supply: {
            /** Format: int32 */
            advisers: number;
            /** @description ULID */
            group_id: string;
            legs: components["schemas"]["Leg"][];
            modality: components["schemas"]["Modality"];
            motives: string[];
            /** @description ULID */
            network_id: string;
            on_site: boolean;
            /** @description ULID */
            partner_id: string;
            recurrence: components["schemas"]["Recurrence"];
            /** Format: int32 */
            slot_minutes: number;
            /** @description ULID */
            supply_id: string;
            /** Format: int32 */
            walk_in_percent: number;
        };
        /** SupplyChange */
        SupplyChange: {
            end?: components["schemas"]["SupplyEnd"];
            except?: components["schemas"]["SupplyExcept"];
            from_day?: components["schemas"]["SupplyFromDay"];
            instead?: components["schemas"]["SupplyInstead"];
            save?: components["schemas"]["SupplyForm"];
            /** @description ULID */
            supply_id: string;
        };
        /** SupplyEnd */
        SupplyEnd: {
            /** Format: date */
            last_day: string;
            /** Format: int64 */
            revision: number;
        };
        /** SupplyExcept */
        SupplyExcept: {
            /** Format: date */
            day: string;
            /** Format: int64 */
            revision: number;
        };
        /** SupplyForm */
        SupplyForm: {
            /** Format: int32 */
            advisers: number;
            /** @description ULID */
            group_id: string;
            legs: components["schemas"]["Leg"][];
            modality: components["schemas"]["Modality"];
            motives: string[];
            on_site?: boolean;
            recurrence: components["schemas"]["Recurrence"];
            /** Format: int64 */
            revision: number;
            /** Format: int32 */
            slot_minutes: number;
            /** Format: int32 */
            walk_in_percent: number;
        };
        /** SupplyFromDay */
        SupplyFromDay: {
            /** Format: date */
            day: string;
            later: components["schemas"]["SupplyForm"];
            /** @description ULID */
            later_id: string;
            /** Format: int64 */
            revision: number;
        };
        /** SupplyInstead */
        SupplyInstead: {
            /** Format: date */
            day: string;
            instead: components["schemas"]["SupplyForm"];
            /** @description ULID */
            instead_id: string;
            /** Format: int64 */
            revision: number;
        };
        /** SupplyView */
        SupplyView: {
            allowed_actions: string[];
            /** Format: int64 */
            revision: number;
            supply: components["schemas"]["Supply"];
        };
        /** TakeTicket */
        TakeTicket: {
            /** @description ULID */
            kiosk_id?: string;
            /** @description ULID */
            motive_id?: string;
            /** Format: int32 */
            number?: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            occurred_at?: number;
            /** @description ULID */
            offer_id: string;
            /** @description ULID */
            site_id: string;
        };
        /** TeamForm */
        TeamForm: {
            account_ids: string[];
        };
        /** Telling */
        Telling: {
            channel: components["schemas"]["MessageChannel"];
            explanation: string;
            state: components["schemas"]["TellingState"];
        };
        /** Tellings */
        Tellings: {
            tellings: components["schemas"]["Telling"][];
        };
        /**
         * TellingState
         * @enum {string}
         */
        TellingState: "queued" | "sent" | "failing" | "given_up" | "not_offered" | "no_mobile";
        /** TicketAct */
        TicketAct: {
            act: components["schemas"]["TicketActKind"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            back_at?: number;
            /** Format: int32 */
            in_minutes?: number;
            /** @description ULID */
            interview_id?: string;
            leave_reason?: components["schemas"]["TicketEnd"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            occurred_at?: number;
            /** @description ULID */
            offer_id?: string;
            park_reason?: components["schemas"]["ParkReason"];
            urgent_reason?: components["schemas"]["UrgentReason"];
        };
        /**
         * TicketActKind
         * @enum {string}
         */
        TicketActKind: "no_answer" | "away" | "back" | "park" | "unpark" | "put_back" | "move" | "urgent" | "not_urgent" | "met" | "finish" | "leave" | "announce";
        /**
         * TicketEnd
         * @enum {string}
         */
        TicketEnd: "served" | "gave_up" | "sent_elsewhere" | "line_closed" | "day_over";
        /**
         * TicketState
         * @enum {string}
         */
        TicketState: "waiting" | "away" | "called" | "parked" | "in_interview" | "finished" | "left" | "closed";
        /** TicketView */
        TicketView: {
            acronym: string;
            allowed_actions: components["schemas"]["TicketActKind"][];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            appointment_at?: number;
            /** @description ULID */
            appointment_id?: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            arrived_at: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            back_at?: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            called_at?: number;
            /** Format: int32 */
            calls: number;
            end?: components["schemas"]["TicketEnd"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            expected_at?: number;
            from_home: boolean;
            handed_on_by?: components["schemas"]["HandedOn"];
            held_up?: components["schemas"]["HeldUp"];
            /** @description ULID */
            interview_id?: string;
            /** @description ULID */
            kiosk_id?: string;
            message: string;
            /** @description ULID */
            motive_id?: string;
            motive_label?: components["schemas"]["PlainWords"];
            /** Format: int32 */
            number: number;
            /** @description ULID */
            offer_id: string;
            parked_for?: components["schemas"]["ParkReason"];
            /** Format: int32 */
            position?: number;
            /** @description ULID */
            site_id: string;
            site_name: string;
            state: components["schemas"]["TicketState"];
            subject_label: components["schemas"]["PlainWords"];
            /** @description ULID */
            ticket_id: string;
            urgent?: components["schemas"]["UrgentReason"];
            wait?: components["schemas"]["WaitEstimate"];
            /** Format: int32 */
            waited_minutes: number;
            /** @description ULID */
            wanted_kiosk_id?: string;
        };
        /** ToAdviser */
        ToAdviser: components["schemas"]["ToAdviserSnapshot"] | components["schemas"]["ToAdviserAvailabilityChanged"] | components["schemas"]["ToAdviserRings"] | components["schemas"]["ToAdviserKiosks"] | components["schemas"]["ToAdviserInterview"] | components["schemas"]["ToKioskSignal"] | components["schemas"]["ToConsoleQueueLine"] | components["schemas"]["ToConsoleHeldTicket"] | components["schemas"]["ToConsoleAppointmentsChanged"];
        /** ToAdviserAvailabilityChanged */
        ToAdviserAvailabilityChanged: {
            availability: components["schemas"]["Availability"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "availability";
        };
        /** ToAdviserInterview */
        ToAdviserInterview: {
            interview: components["schemas"]["AdviserInterview"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "interview";
        };
        /** ToAdviserKiosks */
        ToAdviserKiosks: {
            kiosks: components["schemas"]["KioskView"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "kiosks";
        };
        /** ToAdviserRings */
        ToAdviserRings: {
            rings: components["schemas"]["RingView"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "rings";
        };
        /** ToAdviserSnapshot */
        ToAdviserSnapshot: {
            availability: components["schemas"]["Availability"];
            interview?: components["schemas"]["AdviserInterview"];
            kiosks: components["schemas"]["KioskView"][];
            rings: components["schemas"]["RingView"][];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            server_time: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "snapshot";
        };
        /** ToConsoleAppointmentsChanged */
        ToConsoleAppointmentsChanged: {
            /** @description ULID */
            group_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "appointments_changed";
        };
        /** ToConsoleHeldTicket */
        ToConsoleHeldTicket: {
            ticket?: components["schemas"]["TicketView"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "held_ticket";
        };
        /** ToConsoleQueueLine */
        ToConsoleQueueLine: {
            line: components["schemas"]["LineView"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "queue_line";
        };
        /** ToDesk */
        ToDesk: components["schemas"]["ToDeskSnapshot"] | components["schemas"]["ToAdviserKiosks"] | components["schemas"]["ToConsoleQueueLine"];
        /** ToDeskSnapshot */
        ToDeskSnapshot: {
            kiosks: components["schemas"]["KioskView"][];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            server_time: number;
            site: components["schemas"]["SiteCard"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "snapshot";
        };
        /** ToHome */
        ToHome: components["schemas"]["ToKioskSnapshot"] | components["schemas"]["ToKioskInterview"] | components["schemas"]["ToKioskSignal"] | components["schemas"]["ToHomeGrant"];
        /** ToHomeGrant */
        ToHomeGrant: {
            grant: string;
            /** @description ULID */
            interview_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "grant";
        };
        /** ToKiosk */
        ToKiosk: components["schemas"]["ToKioskSnapshot"] | components["schemas"]["ToKioskTiles"] | components["schemas"]["ToKioskInterview"] | components["schemas"]["ToKioskSignal"] | components["schemas"]["ToKioskBell"] | components["schemas"]["ToKioskQueue"] | components["schemas"]["ToKioskRunSelfTest"];
        /** ToKioskBell */
        ToKioskBell: {
            bell: components["schemas"]["BellState"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "bell";
        };
        /** ToKioskInterview */
        ToKioskInterview: {
            interview: components["schemas"]["KioskInterview"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "interview";
        };
        /** ToKioskQueue */
        ToKioskQueue: {
            queue: components["schemas"]["KioskQueue"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "queue";
        };
        /** ToKioskRunSelfTest */
        ToKioskRunSelfTest: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "run_self_test";
        };
        /** ToKioskSignal */
        ToKioskSignal: {
            /** @description ULID */
            interview_id: string;
            payload: Record<string, never>;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "signal";
        };
        /** ToKioskSnapshot */
        ToKioskSnapshot: {
            bell: components["schemas"]["BellState"];
            interview?: components["schemas"]["KioskInterview"];
            kiosk: components["schemas"]["KioskCard"];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            server_time: number;
            site: components["schemas"]["SiteCard"];
            tiles: components["schemas"]["SubjectTile"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "snapshot";
        };
        /** ToKioskTiles */
        ToKioskTiles: {
            tiles: components["schemas"]["SubjectTile"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "tiles";
        };
        /** ToPage */
        ToPage: components["schemas"]["ToPageSnapshot"] | components["schemas"]["ToPageLinkChanged"] | components["schemas"]["ToPagePairingChanged"] | components["schemas"]["ToKioskTiles"] | components["schemas"]["ToKioskInterview"] | components["schemas"]["ToKioskSignal"] | components["schemas"]["ToKioskBell"] | components["schemas"]["ToKioskQueue"] | components["schemas"]["ToPageDevices"] | components["schemas"]["ToPageScanStarted"] | components["schemas"]["ToPagePageScanned"] | components["schemas"]["ToPageScanFinished"] | components["schemas"]["ToPageScanFailed"] | components["schemas"]["ToPagePaperReady"] | components["schemas"]["ToPageCommandFailed"] | components["schemas"]["ToPagePrintChanged"] | components["schemas"]["ToPageWiped"];
        /** ToPageCommandFailed */
        ToPageCommandFailed: {
            /** @description ULID */
            command_id: string;
            reason: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "command_failed";
        };
        /** ToPageDevices */
        ToPageDevices: {
            report: components["schemas"]["DeviceReport"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "devices";
        };
        /** ToPageLinkChanged */
        ToPageLinkChanged: {
            online: boolean;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "link";
        };
        /** ToPagePageScanned */
        ToPagePageScanned: {
            /** @description ULID */
            command_id: string;
            page: components["schemas"]["Paper"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "page_scanned";
        };
        /** ToPagePairingChanged */
        ToPagePairingChanged: {
            paired: boolean;
            pairing?: components["schemas"]["PairingDisplay"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "pairing";
        };
        /** ToPagePaperReady */
        ToPagePaperReady: {
            /** @description ULID */
            command_id: string;
            paper: components["schemas"]["Paper"];
            /** @description ULID */
            replaces?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "paper_ready";
        };
        /** ToPagePrintChanged */
        ToPagePrintChanged: {
            /** @description ULID */
            command_id: string;
            reasons: components["schemas"]["DeviceReason"][];
            state: components["schemas"]["PrintState"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "print_changed";
        };
        /** ToPageScanFailed */
        ToPageScanFailed: {
            /** @description ULID */
            command_id: string;
            /** Format: int32 */
            pages: number;
            status: components["schemas"]["ScanStatus"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "scan_failed";
        };
        /** ToPageScanFinished */
        ToPageScanFinished: {
            /** @description ULID */
            command_id: string;
            /** Format: int32 */
            pages: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "scan_finished";
        };
        /** ToPageScanStarted */
        ToPageScanStarted: {
            /** @description ULID */
            command_id: string;
            /** Format: int32 */
            height?: number;
            /** Format: int32 */
            page_number: number;
            /** Format: int32 */
            preview_width: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "scan_started";
            /** Format: int32 */
            width: number;
        };
        /** ToPageSnapshot */
        ToPageSnapshot: {
            bell: components["schemas"]["BellState"];
            devices: components["schemas"]["DeviceReport"];
            /** Format: int32 */
            end_seconds: number;
            /** Format: int32 */
            idle_seconds: number;
            interview?: components["schemas"]["KioskInterview"];
            kiosk?: components["schemas"]["KioskCard"];
            online: boolean;
            paired: boolean;
            pairing?: components["schemas"]["PairingDisplay"];
            papers: components["schemas"]["Paper"][];
            site?: components["schemas"]["SiteCard"];
            tiles: components["schemas"]["SubjectTile"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "snapshot";
        };
        /** ToPageWiped */
        ToPageWiped: {
            counts: components["schemas"]["WipeCounts"];
            /** @description ULID */
            interview_id?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "wiped";
        };
        /** ToWall */
        ToWall: components["schemas"]["ToWallSnapshot"] | components["schemas"]["ToWallLines"];
        /** ToWallLines */
        ToWallLines: {
            lines: components["schemas"]["WallLine"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "lines";
        };
        /** ToWallSnapshot */
        ToWallSnapshot: {
            lines: components["schemas"]["WallLine"][];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            server_time: number;
            site: components["schemas"]["SiteCard"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "snapshot";
        };
        /** UnmetCount */
        UnmetCount: {
            /** Format: int32 */
            count: number;
            /** Format: date */
            month: string;
            /** @description ULID */
            motive_id: string;
            motive_label: components["schemas"]["PlainWords"];
            /** @description ULID */
            partner_id: string;
            reason: components["schemas"]["UnmetReason"];
            /** @description ULID */
            site_id?: string;
        };
        /** UnmetCounts */
        UnmetCounts: {
            counts: components["schemas"]["UnmetCount"][];
            time_zone: string;
        };
        /**
         * UnmetReason
         * @enum {string}
         */
        UnmetReason: "nothing_offered" | "all_taken" | "site_closed" | "refused";
        /**
         * UrgentReason
         * @enum {string}
         */
        UrgentReason: "health" | "young_child" | "last_transport" | "deadline" | "distress";
        /** Visitor */
        Visitor: {
            /** Format: int32 */
            companions: number;
            email: string;
            first_name: string;
            language: components["schemas"]["Language"];
            note: string;
            note_is_confidential: boolean;
            telephone: string;
        };
        /** VisitorForm */
        VisitorForm: {
            /** Format: int32 */
            companions?: number;
            email?: string;
            first_name?: string;
            language?: components["schemas"]["Language"];
            note?: string;
            note_is_confidential?: boolean;
            telephone?: string;
        };
        /** WaitEstimate */
        WaitEstimate: {
            /** Format: int32 */
            from_minutes?: number;
            /** Format: int32 */
            to_minutes?: number;
            unknown?: components["schemas"]["NoEstimate"];
        };
        /** WaitingEntries */
        WaitingEntries: {
            entries: components["schemas"]["WaitingView"][];
            time_zone: string;
        };
        /** WaitingForm */
        WaitingForm: {
            doors: components["schemas"]["Door"][];
            /** Format: date */
            from_day: string;
            /** Format: int32 */
            from_minute?: number;
            language?: string;
            motives: string[];
            /** @description ULID */
            site_id: string;
            /** Format: date */
            to_day: string;
            /** Format: int32 */
            to_minute?: number;
            /** @description ULID */
            unmet_id?: string;
            visitor: components["schemas"]["VisitorForm"];
            weekdays?: number[];
        };
        /**
         * WaitingState
         * @enum {string}
         */
        WaitingState: "waiting" | "offered" | "accepted" | "refused" | "expired" | "withdrawn" | "unmet";
        /** WaitingView */
        WaitingView: {
            body: components["schemas"]["PartnerRow"];
            code: string;
            doors: components["schemas"]["Door"][];
            email: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            ended_at?: number;
            /** @description ULID */
            entry_id: string;
            first_name: string;
            /** Format: date */
            from_day: string;
            /** Format: int32 */
            from_minute: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            made_at: number;
            motives: components["schemas"]["MotiveCard"][];
            offer?: components["schemas"]["OfferView"];
            reachable: boolean;
            site: components["schemas"]["SlotPlace"];
            state: components["schemas"]["WaitingState"];
            telephone: string;
            /** Format: date */
            to_day: string;
            /** Format: int32 */
            to_minute: number;
            weekdays: number[];
        };
        /** WaitingWays */
        WaitingWays: {
            /** Format: int32 */
            answer_minutes: number;
            email_offered: boolean;
            text_messages_offered: boolean;
        };
        /** WalkIn */
        WalkIn: {
            guidance: components["schemas"]["Guidance"];
            /** @description ULID */
            motive_id?: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            occurred_at: number;
            /** @description ULID */
            partner_id?: string;
            /** @description ULID */
            site_id: string;
            /** @description ULID */
            walk_in_id: string;
        };
        /** WalkInCount */
        WalkInCount: {
            /** Format: date */
            day: string;
            /** Format: int32 */
            in_person: number;
            /** @description ULID */
            site_id: string;
            /** Format: int32 */
            solved_here: number;
        };
        /** WalkInCounts */
        WalkInCounts: {
            counts: components["schemas"]["WalkInCount"][];
            time_zone: string;
        };
        /** WalkInForm */
        WalkInForm: {
            guidance: components["schemas"]["Guidance"];
            /** @description ULID */
            motive_id?: string;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            occurred_at?: number;
            /** @description ULID */
            partner_id?: string;
            /** @description ULID */
            site_id: string;
        };
        /** WallCall */
        WallCall: {
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            called_at: number;
            /** Format: int32 */
            calls: number;
            kiosk_name: string;
            /** Format: int32 */
            number: number;
            room: string;
        };
        /** WallExpected */
        WallExpected: {
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            expected_at: number;
            /** Format: int32 */
            number: number;
        };
        /** WallLine */
        WallLine: {
            acronym: string;
            calls: components["schemas"]["WallCall"][];
            closed_with?: string;
            expected: components["schemas"]["WallExpected"][];
            /** @description ULID */
            group_id: string;
            next: number[];
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            opens_at?: number;
            partner_name: components["schemas"]["PlainWords"];
            state: components["schemas"]["OfferState"];
            /** Format: int32 */
            waiting: number;
        };
        /** WallList */
        WallList: {
            walls: components["schemas"]["WallView"][];
        };
        /** WallMade */
        WallMade: {
            secret: string;
            wall: components["schemas"]["WallView"];
        };
        /** WallView */
        WallView: {
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            made_at: number;
            name: string;
            /** @description ULID */
            site_id: string;
            /** @description ULID */
            wall_id: string;
        };
        /**
         * WayIn
         * @enum {string}
         */
        WayIn: "citizen" | "mediator" | "adviser";
        /** WebhookList */
        WebhookList: {
            webhooks: components["schemas"]["WebhookView"][];
        };
        /** WebhookView */
        WebhookView: {
            explanation: string;
            /** Format: int64 */
            given_up: number;
            /**
             * Format: int64
             * @description UTC milliseconds since 1970-01-01
             */
            made_at: number;
            /** @description ULID */
            partner_id?: string;
            paused: boolean;
            problem?: string;
            url: string;
            /** Format: int64 */
            waiting: number;
            /** @description ULID */
            webhook_id: string;
        };
        /** WeekCopy */
        WeekCopy: {
            left_out: string[];
            made: components["schemas"]["SupplyView"][];
        };
        /** WeekCopyForm */
        WeekCopyForm: {
            /** Format: date */
            from_week: string;
            /** @description ULID */
            group_id: string;
            /** Format: date */
            to_week: string;
        };
        /** WipeCounts */
        WipeCounts: {
            /** Format: int64 */
            daemon_bytes: number;
            /** Format: int64 */
            daemon_papers: number;
            /** Format: int64 */
            page_papers: number;
            /** Format: int64 */
            profile_entries: number;
            /** Format: int64 */
            spool_jobs: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
