import { demoEvent, flag, inGroup, number, text } from "./demo-parameter.ts";

const required = { required: true } as const;

/** What customers of a shop and of a casino have in common. */
export const accountEvents = inGroup("Account", [
  demoEvent(1101, "newsletter_signup", "Newsletter signup", "The customer signed up for the newsletter.", [
    text("email", "The address that signed up.", "johndoe@domain.com", { required: true, format: "email" }),
    flag("opt_in", "Whether the customer agreed to receive marketing.", true, required),
    text("first_name", "The given name, where the form asks for it.", "John", { maxLength: 100 }),
    number("order_total", "What the last order came to, where there was one.", 149.9, {
      monetary: true,
      minimum: 0,
    }),
    text("source", "Where on the site the form stood.", "footer", {
      enum: ["footer", "popup", "checkout", "landing_page"],
    }),
  ]),
  demoEvent(1106, "login", "Login", "The customer logged in.", [
    text("login_method", "How the customer proved who they are.", "password", {
      required: true,
      enum: ["password", "one_time_code", "google", "apple", "facebook"],
    }),
    flag("remember_me", "Whether the customer asked to stay logged in.", false),
  ]),
  demoEvent(1108, "registration", "Registration", "A new account was made.", [
    text("email", "The address of the new account.", "johndoe@domain.com", {
      required: true,
      format: "email",
    }),
    text("country", "Two letters of ISO 3166-1.", "GB", { required: true, maxLength: 2 }),
    flag("terms_accepted", "Whether the customer accepted the terms.", true, required),
    text("registered_at", "When the account was made.", "2026-11-20T09:30:00Z", { format: "date-time" }),
    text("referral_code", "The code of whoever recommended the site.", "FRIEND-20", { maxLength: 32 }),
  ]),
  demoEvent(1109, "logout", "Logout", "The customer logged out. The event has no parameter.", []),
  demoEvent(1110, "profile_updated", "Profile updated", "The customer changed something of their account.", [
    text("changed_field", "What was changed.", "phone_number", required),
    flag("marketing_consent", "Whether the customer now agrees to receive marketing.", true),
  ]),
  demoEvent(1111, "password_reset_requested", "Password reset requested", "The customer forgot a password.", [
    text("email", "The address that the link went to.", "johndoe@domain.com", {
      required: true,
      format: "email",
    }),
  ]),
]);
