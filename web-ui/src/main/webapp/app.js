/** Joins sign-in form and dashboard; whoever has a session sees the dashboard. */
import { SignedOut } from "./js/api.js";
import { currentUser, keepSignedIn, signOut } from "./js/session.js";
import { Dashboard } from "./js/dashboard.js";
import { SignInForm } from "./js/view/sign-in.js";

const signInForm = new SignInForm(showDashboard);
let dashboard = null;
let stopRefreshing = () => {};

async function showDashboard(user) {
  signInForm.hide();
  stopRefreshing = keepSignedIn(user.expires_in, endSession);
  dashboard = new Dashboard(user, { onSignedOut: endSession, onSignOut: leave });
  try {
    await dashboard.start();
  } catch (error) {
    endSession(error.message);
  }
}

function endSession(reason) {
  stopRefreshing();
  dashboard?.stop();
  dashboard = null;
  signInForm.show(reason);
}

async function leave() {
  try {
    await signOut();
    endSession("");
  } catch (error) {
    endSession(error instanceof SignedOut ? "" : `Not signed out: ${error.message}`);
  }
}

currentUser().then(
  (user) => (user ? showDashboard(user) : signInForm.show("")),
  (error) => signInForm.show(error.message),
);
