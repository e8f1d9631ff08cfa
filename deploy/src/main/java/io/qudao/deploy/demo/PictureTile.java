package io.qudao.deploy.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a product: a tile with a package in its category's colour. It contains no text, so it needs no fonts. */
final class PictureTile {
    private static final int SIZE = 480;
    private static final int LABELS = 5;

    /** The package of the goods. */
    enum Shape {
        BOTTLE {
            @Override
            Area outline() {
                var body = new Area(new RoundRectangle2D.Double(176, 178, 128, 236, 44, 44));
                body.add(new Area(new Ellipse2D.Double(180, 140, 120, 110)));
                body.add(new Area(new Rectangle2D.Double(214, 92, 52, 90)));
                body.add(new Area(new RoundRectangle2D.Double(208, 66, 64, 34, 12, 12)));
                return body;
            }
        },
        CAN {
            @Override
            Area outline() {
                var body = new Area(new RoundRectangle2D.Double(168, 104, 144, 288, 36, 36));
                body.add(new Area(new RoundRectangle2D.Double(182, 88, 116, 320, 24, 24)));
                return body;
            }
        },
        CARTON {
            @Override
            Area outline() {
                var roof = new Path2D.Double();
                roof.moveTo(160, 172);
                roof.lineTo(196, 102);
                roof.lineTo(284, 102);
                roof.lineTo(320, 172);
                roof.closePath();
                var body = new Area(roof);
                body.add(new Area(new RoundRectangle2D.Double(160, 166, 160, 246, 14, 14)));
                body.add(new Area(new RoundRectangle2D.Double(192, 78, 96, 34, 8, 8)));
                return body;
            }
        },
        BAG {
            @Override
            Area outline() {
                var bag = new Path2D.Double();
                bag.moveTo(146, 92);
                bag.lineTo(334, 92);
                bag.curveTo(316, 180, 322, 300, 338, 404);
                bag.lineTo(142, 404);
                bag.curveTo(158, 300, 164, 180, 146, 92);
                return new Area(bag);
            }
        };

        abstract Area outline();
    }

    private PictureTile() {}

    /** Returns a PNG; {@code variant} distinguishes products of one category. */
    static byte[] png(Color colour, Shape shape, int variant) {
        var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.setPaint(
                new GradientPaint(0, 0, mix(colour, Color.WHITE, 0.86), 0, SIZE, mix(colour, Color.WHITE, 0.72)));
        canvas.fillRect(0, 0, SIZE, SIZE);
        canvas.setColor(mix(colour, Color.WHITE, 0.58));
        canvas.fill(new Ellipse2D.Double(130, 388, 220, 36));
        paintPack(canvas, colour, shape, variant);
        canvas.dispose();
        return bytes(image);
    }

    private static void paintPack(Graphics2D canvas, Color colour, Shape shape, int variant) {
        var pack = shape.outline();
        canvas.setColor(mix(colour, Color.WHITE, 0.06 * (variant % 4)));
        canvas.fill(pack);
        var label = new Area(label(variant % LABELS));
        label.intersect(pack);
        canvas.setColor(mix(colour, Color.WHITE, 0.9));
        canvas.fill(label);
        canvas.setColor(mix(colour, Color.BLACK, 0.12));
        canvas.fill(new Ellipse2D.Double(222, 262 + 8.0 * (variant % 3), 36, 36));
        var shade = new Area(new Rectangle2D.Double(264, 0, SIZE, SIZE));
        shade.intersect(pack);
        canvas.setColor(new Color(0, 0, 0, 20));
        canvas.fill(shade);
    }

    private static Area label(int kind) {
        return switch (kind) {
            case 0 -> new Area(new Rectangle2D.Double(0, 236, SIZE, 96));
            case 1 -> new Area(new Ellipse2D.Double(178, 220, 124, 124));
            case 2 -> {
                var band = new Path2D.Double();
                band.moveTo(0, 300);
                band.lineTo(SIZE, 210);
                band.lineTo(SIZE, 290);
                band.lineTo(0, 380);
                band.closePath();
                yield new Area(band);
            }
            case 3 -> new Area(new RoundRectangle2D.Double(192, 214, 96, 136, 30, 30));
            default -> {
                var stripes = new Area(new Rectangle2D.Double(0, 230, SIZE, 14));
                stripes.add(new Area(new Rectangle2D.Double(0, 256, SIZE, 56)));
                stripes.add(new Area(new Rectangle2D.Double(0, 324, SIZE, 14)));
                yield stripes;
            }
        };
    }

    private static Color mix(Color one, Color other, double share) {
        return new Color(
                mixed(one.getRed(), other.getRed(), share),
                mixed(one.getGreen(), other.getGreen(), share),
                mixed(one.getBlue(), other.getBlue(), share));
    }

    private static int mixed(int one, int other, double share) {
        return Math.toIntExact(Math.round(one + (other - one) * share));
    }

    private static byte[] bytes(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
