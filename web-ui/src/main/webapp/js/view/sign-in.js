/** The sign-in form. */
import { RequestFailed, SignedOut } from "../api.js";
import { signIn } from "../session.js";
import { byId, setText } from "./dom.js";

export class SignInForm {
  #section = byId("sign-in");
  #form = byId("sign-in-form");
  #error = byId("sign-in-error");
  #button = byId("sign-in-button");
  #onSignedIn;

  constructor(onSignedIn) {
    this.#onSignedIn = onSignedIn;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
  }

  show(message) {
    this.#section.hidden = false;
    setText(this.#error, message);
    byId("username").focus();
  }

  hide() {
    this.#section.hidden = true;
    setText(this.#error, "");
  }

  async #submit() {
    const { username, password } = this.#form.elements;
    this.#button.disabled = true;
    setText(this.#error, "");
    try {
      const user = await signIn(username.value, password.value);
      this.#onSignedIn(user);
    } catch (error) {
      this.#explain(error);
    } finally {
      password.value = "";
      this.#button.disabled = false;
    }
  }

  #explain(error) {
    if (!(error instanceof SignedOut) && !(error instanceof RequestFailed)) {
      throw error;
    }
    setText(this.#error, error.message);
    byId("password").focus();
  }
}
