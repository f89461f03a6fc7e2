package io.thor.tests.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.identity.Role;
import io.thor.message.MessageTypes;
import io.thor.rest.Access;
import io.thor.rest.RestApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the OpenAPI and AsyncAPI documents against the resources and the golden messages. */
class DescriptionsTest {

  private static final java.nio.file.Path GOLDEN =
      java.nio.file.Path.of("..", "contract", "src", "test", "resources", "golden");

  private final JsonObject rest = read("openapi.json");
  private final JsonObject socket = read("asyncapi.json");

  @Test
  void everyRouteIsDescribedWithItsRolesAndNoOther() {
    Map<String, Set<String>> described = new TreeMap<>();
    JsonObject paths = rest.getJsonObject("paths");
    for (String path : paths.keySet()) {
      paths
          .getJsonObject(path)
          .forEach(
              (method, operation) ->
                  described.put(method + " " + path, roles(operation.asJsonObject())));
    }

    assertEquals(routes(), described);
  }

  @Test
  void whatAnyoneMayCallIsDescribedWithoutSecurity() {
    Set<String> open = new TreeSet<>();
    JsonObject paths = rest.getJsonObject("paths");
    for (String path : paths.keySet()) {
      JsonObject methods = paths.getJsonObject(path);
      methods.keySet().stream()
          .filter(method -> methods.getJsonObject(method).containsKey("security"))
          .forEach(method -> open.add(method + " " + path));
    }

    assertEquals(
        methods()
            .filter(method -> access(method).open())
            .map(DescriptionsTest::route)
            .collect(Collectors.toCollection(TreeSet::new)),
        open);
  }

  @Test
  void everyMessageOfTheServerIsDescribed() {
    JsonObject messages = socket.getJsonObject("components").getJsonObject("messages");

    for (MessageTypes.Entry entry : MessageTypes.all()) {
      assertTrue(messages.containsKey(entry.type()), entry.type());
    }
  }

  @Test
  void everyMessageOfTheChannelIsSentByOneSide() {
    Set<String> sent = new TreeSet<>();
    for (JsonObject operation : objects(socket.getJsonObject("operations"))) {
      operation.getJsonArray("messages").getValuesAs(JsonObject.class).stream()
          .map(reference -> reference.getString("$ref"))
          .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
          .forEach(name -> assertTrue(sent.add(name), name));
    }

    assertEquals(
        new TreeSet<>(socket.getJsonObject("components").getJsonObject("messages").keySet()), sent);
  }

  @Test
  void everyGoldenMessageIsAsItIsDescribed() throws IOException {
    JsonSchema schemas = new JsonSchema(socket);
    try (Stream<java.nio.file.Path> files = Files.list(GOLDEN)) {
      for (java.nio.file.Path file : files.toList()) {
        JsonObject message = parse(Files.newInputStream(file));
        JsonObject payload = payload(message.getString("type"));
        assertEquals(List.of(), schemas.faults(payload, message), file.toString());
      }
    }
  }

  @Test
  void aMessageThatIsNotAsItIsDescribedIsSeen() throws IOException {
    JsonObject golden = parse(Files.newInputStream(GOLDEN.resolve("vwap_update.json")));
    JsonObject other =
        Json.createObjectBuilder(golden)
            .add("data", Json.createObjectBuilder(golden.getJsonObject("data")).add("vwap", "806"))
            .add("extra", 1)
            .build();

    assertEquals(
        List.of("$.data.vwap is no number", "$.extra is not described"),
        new JsonSchema(socket).faults(payload("vwap_update"), other));
  }

  @Test
  void bothDocumentsDescribeTheSameStates() {
    JsonObject own = rest.getJsonObject("components").getJsonObject("schemas");
    JsonObject pushed = socket.getJsonObject("components").getJsonObject("schemas");

    assertFalse(pushed.isEmpty());
    pushed.forEach((name, schema) -> assertEquals(schema, own.get(name), name));
  }

  private JsonObject payload(String type) {
    return socket
        .getJsonObject("components")
        .getJsonObject("messages")
        .getJsonObject(type)
        .getJsonObject("payload");
  }

  private static Set<String> roles(JsonObject operation) {
    return operation.getJsonArray("x-roles").getValuesAs(JsonString::getString).stream()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Set<String>> routes() {
    Map<String, Set<String>> routes = new TreeMap<>();
    methods()
        .forEach(
            method ->
                routes.put(
                    route(method),
                    Stream.of(access(method).value())
                        .map(Role::label)
                        .collect(Collectors.toCollection(TreeSet::new))));
    return routes;
  }

  private static Stream<Method> methods() {
    return new RestApplication()
        .getClasses().stream()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .flatMap(type -> Stream.of(type.getDeclaredMethods()))
            .filter(method -> httpMethod(method).findAny().isPresent());
  }

  private static Access access(Method method) {
    return method.getAnnotation(Access.class);
  }

  private static String route(Method method) {
    String path = "/api/" + method.getDeclaringClass().getAnnotation(Path.class).value();
    if (method.isAnnotationPresent(Path.class)) {
      path += "/" + method.getAnnotation(Path.class).value();
    }
    String verb = httpMethod(method).findAny().orElseThrow().toLowerCase(Locale.ROOT);
    return verb + " " + path.replaceAll("/+", "/");
  }

  private static Stream<String> httpMethod(Method method) {
    return Stream.of(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(http -> http != null)
        .map(HttpMethod::value);
  }

  private static List<JsonObject> objects(JsonObject parent) {
    return parent.values().stream().map(JsonObject.class::cast).toList();
  }

  private static JsonObject read(String name) {
    return parse(RestApplication.class.getResourceAsStream("description/" + name));
  }

  private static JsonObject parse(InputStream json) {
    try (JsonReader reader = Json.createReader(json)) {
      return reader.readObject();
    }
  }
}
