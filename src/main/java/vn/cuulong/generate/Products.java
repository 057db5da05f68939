package vn.cuulong.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Goods of each province, from {@code generate/products.csv}; kinds of goods are real, prices are made up. */
final class Products {

  /**
   * One product.
   *
   * @param code identifier
   * @param name as sellers write it
   * @param category what kind of good it is
   * @param stars OCOP stars 3 to 5, or 0 for none
   * @param price đồng for one
   * @param place where it is made
   */
  record Product(byte[] code, Word name, Word category, int stars, long price, Place place) {}

  /** Kinds of goods as providers write them, and their codes. */
  private static final Map<String, Word> CATEGORIES = List.of(
          Word.list("Thực phẩm chế biến=processed_food", "Thủ công mỹ nghệ=handicraft", "Thủy sản=fishery",
              "Gạo=rice", "Trái cây tươi=fresh_fruit", "Đồ uống=beverage", "Rau củ=vegetable",
              "Mỹ phẩm=cosmetics"))
      .stream().collect(Collectors.toMap(Word::said, Function.identity()));

  private final List<Product> all;
  private final Product[][] byPlace;

  private Products(List<Product> all, int places) {
    this.all = List.copyOf(all);
    this.byPlace = new Product[places][];
    for (int i = 0; i < places; i++) {
      int place = i;
      byPlace[i] = all.stream().filter(product -> product.place().index() == place).toArray(Product[]::new);
    }
  }

  static Products of(Places places) {
    try (InputStream in = Products.class.getResourceAsStream("/generate/products.csv");
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<Product> products = new ArrayList<>();
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] f = line.split(",", -1);
        Place place = places.all().stream().filter(p -> p.before().vietnamese().equals(f[5])).findFirst().orElseThrow();
        products.add(new Product(f[0].getBytes(StandardCharsets.UTF_8), Word.text(f[1]), CATEGORIES.get(f[2]),
            f[3].isEmpty() ? 0 : Integer.parseInt(f[3]), Long.parseLong(f[4]), place));
      }
      return new Products(products, places.all().size());
    } catch (IOException e) {
      throw new UncheckedIOException("The list of products inside the program cannot be read; build it again", e);
    }
  }

  List<Product> all() {
    return all;
  }

  /** A product of that place. */
  Product of(Place place, int random) {
    Product[] products = byPlace[place.index()];
    return products[Math.floorMod(random, products.length)];
  }
}
